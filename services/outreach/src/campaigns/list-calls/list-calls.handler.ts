import { problem } from '@ledgerline/contracts';
import { campaignFold, consentFor, mayCommand, type CallSource } from '@ledgerline/domain';
import type { CommandReply, CommandRequest, Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { callPermissions } from '../../customer-base.js';
import { listOne, type Listed } from './list-one.js';
import { whoIsMeant, type Meant, type Row } from './who-is-meant.js';

/** Rows of one request at most; a longer list comes in several. */
export const mostRowsAtOnce = 500;
/** Rows that are looked at and listed at once: durability is paid once for them. */
const atOnce = 32;

export interface ListCallsBody {
  readonly source: CallSource;
  readonly rows: readonly Row[];
}

/**
 * Puts customers onto a campaign's list: each is a stream of its own, under a command id that derives from this one's, so that what a crash cut off is
 * gone on with by a repeat. What cannot be listed is told by its row and costs the others nothing.
 */
export async function listCalls(request: CommandRequest<ListCallsBody>, ledgerline: Ledgerline): Promise<CommandReply> {
  const { id, principal, body } = request;
  if (!mayCommand(principal.roles, 'list-calls')) return problem('not-allowed');
  if (body.rows.length > mostRowsAtOnce) return problem('too-many-rows', { most: mostRowsAtOnce });
  const { state: campaign, version } = await ledgerline.commands.current(streamName('campaign', id), campaignFold);
  if (campaign === undefined) return problem('campaign-not-found');
  if (request.expectedVersion !== undefined && request.expectedVersion !== version)
    return problem('version-mismatch', { version });
  if (campaign.status === 'ended' || campaign.until <= instantText(ledgerline.clock.now())) return problem('campaign-has-ended');
  const items: Listed[] = [];
  for (let first = 0; first < body.rows.length; first += atOnce) {
    const meant = await Promise.all(body.rows.slice(first, first + atOnce).map((row) => whoIsMeant(row, request, ledgerline)));
    const permissions = await callPermissions(meant.flatMap(customersIn), ledgerline, consentFor(campaign));
    items.push(...(await Promise.all(meant.map((one) => listOne(one, permissions, { request, ledgerline })))));
  }
  const position = await ledgerline.store.end();
  return { kind: 'accepted', id, version, position, repeated: false, events: [], facts: { items } };
}

function customersIn(meant: Meant): readonly string[] {
  return 'customer' in meant ? [meant.customer] : [];
}
