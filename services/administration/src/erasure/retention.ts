import { ticketFold, type MaybeTicket } from '@ledgerline/domain';
import { idOfDigest, sleep, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';

const [day, pageSize, looksEvery] = [86_400_000, 100, 5_000];
const name = 'retention';

/** Before it nothing may have happened to a person's tickets; undefined where data are kept without end. */
function retainedSince({ clock, configuration }: Pick<Ledgerline, 'clock' | 'configuration'>): string | undefined {
  const { retentionDays } = configuration;
  return retentionDays === 0 ? undefined : instantText(clock.now() - retentionDays * day);
}

/** True where every ticket of a person is archived, and was so all the time of retention. */
export async function isRetentionOver(tickets: readonly string[], ledgerline: Ledgerline): Promise<boolean> {
  const since = retainedSince(ledgerline);
  if (since === undefined) return false;
  for (const id of tickets) {
    const { state } = await ledgerline.commands.current<MaybeTicket>(streamName('ticket', id), ticketFold);
    if (state && !(state.status === 'archived' && state.updatedAt < since)) return false;
  }
  return true;
}

/**
 * Once a day, by the product's clock: persons whose retention is over are erased, on the ground `retention-over`. Several copies of the service may do so side by side:
 * who is erased already is refused, and so is who has a hold or a ticket that is younger.
 */
export async function keepRetention(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  for (let last = Number.NEGATIVE_INFINITY; !signal.aborted; await sleep(looksEvery, signal)) {
    const now = ledgerline.clock.now();
    const before = retainedSince(ledgerline);
    if (before === undefined || now - last < day) continue;
    if (await eraseBefore(before, ledgerline, signal)) last = now;
  }
}

type Candidates =
  { readonly kind: 'page'; readonly items: readonly string[]; readonly next: string | null } | { readonly kind: 'problem' };

/** @returns false where the list could not tell: then it is asked again soon */
async function eraseBefore(before: string, ledgerline: Ledgerline, signal: AbortSignal): Promise<boolean> {
  const principal = { kind: 'system', id: name, roles: ['system'], departments: [] } as const;
  for (let cursor: string | undefined; !signal.aborted;) {
    const body = { before, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const page = await ledgerline.ask<Candidates>('reporting', 'archived-before', { body, principal });
    if (page.kind === 'problem') return false;
    for (const id of page.items) await order(id, { ...principal, departments: [] }, ledgerline);
    if (page.next === null) return true;
    cursor = page.next;
  }
  return false;
}

async function order(id: string, principal: CommandRequest['principal'], ledgerline: Ledgerline): Promise<void> {
  const command = idOfDigest(ledgerline.digest('ids', `retention of ${id}`));
  const request: CommandRequest = { id, command, body: { ground: 'retention-over' }, principal };
  const reply = await ledgerline.ask<CommandReply>('administration', 'order-erasure', request);
  if (reply.kind === 'problem') ledgerline.log.debug({ ticket: id, code: reply.code }, 'not erased yet');
}
