import { documentFold, inForce } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { documentsCollection } from './document-list.projection.js';

/** Codes of the item trees in force: which trees there are is the read model's word, what they say the log's. */
export async function itemsInForce(_request: unknown, ledgerline: Ledgerline): Promise<readonly string[]> {
  const listed = await (
    await ledgerline.live(documentsCollection)
  ).find({ where: { type: 'item-tree' }, sort: ['code'], limit: 200 });
  const trees = new Set(['company', ...listed.items.map(({ document }) => document.code)]);
  const now = instantText(ledgerline.clock.now());
  const codes: string[] = [];
  for (const tree of trees) {
    const { state } = await ledgerline.commands.current(streamName('document', `item-tree-${tree}`), documentFold);
    const { items = [] } = (inForce(state, now)?.body ?? {}) as { readonly items?: readonly { readonly code: string }[] };
    codes.push(...items.map(({ code }) => code));
  }
  return codes;
}
