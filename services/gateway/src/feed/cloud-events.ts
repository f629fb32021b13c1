import { publicEventsOf, seesEveryTicket, type CloudEvent } from '@ledgerline/domain';
import type { Principal } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import type { RecordedEvent, StoredCommit } from '@ledgerline/kernel';

/** The public events of some commits that a principal may see, in their order. @param types of these types alone; none: all */
export async function cloudEventsOf(
  commits: readonly StoredCommit[],
  principal: Principal,
  ledgerline: Ledgerline,
  types: readonly string[] = [],
): Promise<readonly CloudEvent[]> {
  const seen = new Map<string, boolean>();
  const asking = { principal, ledgerline };
  const events: CloudEvent[] = [];
  for (const event of commits.flatMap((stored) => publicEventsOf(stored, ledgerline.configuration.site))) {
    if (types.length > 0 && !types.includes(event.type)) continue;
    if (!(await isSeen(event.subject, seen, asking))) continue;
    const personal = principal.scopes?.includes('personal') ? await personalOf(event, asking) : {};
    events.push({ ...event, data: { ...event.data, ...personal } });
  }
  return events;
}

interface Asking {
  readonly principal: Principal;
  readonly ledgerline: Ledgerline;
}

/** By the same rules as every query; who sees every ticket need not be asked about each. */
async function isSeen(id: string, seen: Map<string, boolean>, { principal, ledgerline }: Asking): Promise<boolean> {
  if (seesEveryTicket(principal.roles)) return true;
  const known = seen.get(id);
  if (known !== undefined) return known;
  const { kind } = await ledgerline.ask<{ readonly kind: string }>('reporting', 'ticket', {
    body: { idOrNumber: id },
    principal,
  });
  seen.set(id, kind === 'ticket');
  return kind === 'ticket';
}

/** What is personal, as the principal may see it on the ticket's own timeline. */
async function personalOf({ subject, version }: CloudEvent, { principal, ledgerline }: Asking) {
  const body = { idOrNumber: subject, after: version - 1, limit: 1 };
  const answer = await ledgerline.ask<{ readonly items?: readonly RecordedEvent[] }>('reporting', 'ticket-events', {
    body,
    principal,
  });
  const data = answer.items?.[0]?.data;
  return data === undefined ? {} : { personal: data as Readonly<Record<string, unknown>> };
}
