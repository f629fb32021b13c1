import {
  cloudEvent,
  publicEventTypes,
  seesAllTickets,
  seesConfidential,
  type CloudEvent,
  type TicketEventType,
} from '@ledgerline/domain';
import type { Principal } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { categoryOf, idOf, openCommit, type RecordedEvent, type StoredCommit } from '@ledgerline/kernel';

/** The public events of some commits that a principal may see, in their order. @param types of these types alone; none: all */
export async function cloudEventsOf(
  commits: readonly StoredCommit[],
  principal: Principal,
  ledgerline: Ledgerline,
  types: readonly string[] = [],
): Promise<readonly CloudEvent[]> {
  const seen = new Map<string, boolean>();
  const events: CloudEvent[] = [];
  for (const stored of commits) {
    if (categoryOf(stored.stream) !== 'ticket') continue;
    for (const event of openCommit(stored).events) {
      const known = publicEventTypes[event.type as TicketEventType];
      const ticket = idOf(stored.stream);
      if (!known || (types.length > 0 && !types.includes(known.type))) continue;
      if (!(await isSeen(ticket, seen, { principal, ledgerline }))) continue;
      const personal = principal.scopes?.includes('personal') ? await personalOf(ticket, event, { principal, ledgerline }) : {};
      events.push(cloudEvent(known, { ticket, event, position: stored.position, site: ledgerline.configuration.site }, personal));
    }
  }
  return events;
}

interface Asking {
  readonly principal: Principal;
  readonly ledgerline: Ledgerline;
}

/** By the same rules as every query; who sees every ticket need not be asked about each. */
async function isSeen(id: string, seen: Map<string, boolean>, { principal, ledgerline }: Asking): Promise<boolean> {
  if (seesAllTickets(principal.roles) && seesConfidential(principal.roles)) return true;
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
async function personalOf(id: string, { version }: RecordedEvent, { principal, ledgerline }: Asking) {
  const body = { idOrNumber: id, after: version - 1, limit: 1 };
  const answer = await ledgerline.ask<{ readonly items?: readonly RecordedEvent[] }>('reporting', 'ticket-events', {
    body,
    principal,
  });
  const data = answer.items?.[0]?.data;
  return data === undefined ? {} : { personal: data as Readonly<Record<string, unknown>> };
}
