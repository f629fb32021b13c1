import { problem, type Principal, type Problem, type QueryRequest, type ShownDigest } from '@ledgerline/contracts';
import { digestFold, seesAsMuch } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { waitFor } from '../wait-for.js';
import { digestListCollection, type ListedDigest } from './digest-list.projection.js';
import { makeDigest, type AskedDigest } from './make-digest.query.js';
import { shownDigest } from './shown-digest.js';

export type DigestAnswer = { readonly kind: 'digest'; readonly digest: ShownDigest } | Problem;

/** `GET /digests/now`. */
export async function digestNow(request: QueryRequest<AskedDigest>, ledgerline: Ledgerline): Promise<DigestAnswer> {
  const made = await makeDigest(request, ledgerline);
  return made.kind === 'problem' ? made : { kind: 'digest', digest: await shownDigest(made.content, ledgerline) };
}

/** `GET /digests/{id}`: one that was delivered, to whom it was delivered, while they may see as much as then. */
export async function oneDigest(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<DigestAnswer> {
  const { state } = await ledgerline.commands.current(streamName('digest', id), digestFold);
  if (state === undefined || state.reader !== readerOf(principal)) return problem('digest-not-found');
  if (!seesAsMuch(principal, state.sight)) return problem('sees-less-than-then');
  return { kind: 'digest', digest: { id, ...(await shownDigest(state.content, ledgerline)) } };
}

/** Who stands in for somebody reads what was delivered to them (ADR 0029). */
function readerOf({ id, onBehalfOf = id }: Principal): string {
  return onBehalfOf;
}

export interface DigestsQuery {
  readonly limit?: number;
  readonly cursor?: string;
}

/** Of a list its heads: titles in the words of the template. */
export type DigestHead = ListedDigest & Pick<ShownDigest, 'departmentName' | 'title'>;
export type DigestsAnswer = { readonly kind: 'page'; readonly items: readonly DigestHead[]; readonly next?: string } | Problem;

/** `GET /digests`: what was delivered to whoever asks, newest first. */
export async function listDigests(
  { body, principal, after }: QueryRequest<DigestsQuery>,
  ledgerline: Ledgerline,
): Promise<DigestsAnswer> {
  const collection = await ledgerline.live(digestListCollection);
  const behind = await waitFor(after, collection, ledgerline);
  if (behind) return behind;
  const { limit = 50, cursor } = body;
  const where = { reader: readerOf(principal) };
  const page = await collection.find({ where, sort: ['-at'], limit, ...(cursor === undefined ? {} : { cursor }) });
  const items = await Promise.all(page.items.map(({ document }) => headOf(document, ledgerline)));
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
}

async function headOf(listed: ListedDigest, ledgerline: Ledgerline): Promise<DigestHead> {
  const { title, departmentName } = await shownDigest({ ...listed, sections: [] }, ledgerline);
  return { ...listed, title, departmentName };
}
