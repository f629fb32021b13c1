import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { withImplied, type AccessEvents } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { eventsOf, streamName } from '@ledgerline/kernel';
import { idOfTicket } from '../visible-ticket/id-of-ticket.js';

export interface Access extends Omit<AccessEvents['ConfidentialTicketSeen'], 'ticket'> {
  readonly at: string;
  readonly who: string;
  /** The absent person in whose place they looked. */
  readonly onBehalfOf?: string;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
}

export type AccessesAnswer = { readonly kind: 'accesses'; readonly items: readonly Access[]; readonly next?: string } | Problem;

/** R7.2: who saw a confidential ticket, for the auditor and the coordinator; oldest first. */
export async function ticketAccesses(
  { body, principal }: QueryRequest<{ readonly idOrNumber: string; readonly after: number; readonly limit: number }>,
  ledgerline: Ledgerline,
): Promise<AccessesAnswer> {
  const roles = withImplied(principal.roles);
  if (!roles.has('auditor') && !roles.has('coordinator')) return problem('not-allowed');
  const id = await idOfTicket(body.idOrNumber, ledgerline);
  if (typeof id !== 'string') return id;
  const events = await eventsOf(streamName('access', id), ledgerline);
  const items = events.slice(body.after, body.after + body.limit).map(({ data, meta }): Access => {
    const { ticket: _ticket, ...look } = data as AccessEvents['ConfidentialTicketSeen'];
    const { at, actor, onBehalfOf } = meta;
    const inPlace = onBehalfOf === undefined ? {} : { onBehalfOf };
    return { at, who: actor.id, ...inPlace, roles: actor.roles ?? [], departments: actor.departments ?? [], ...look };
  });
  const shown = body.after + items.length;
  return { kind: 'accesses', items, ...(shown < events.length ? { next: String(shown) } : {}) };
}
