import type { Actor } from '@ledgerline/kernel';
import { isActive, type Part, type Ticket } from '../ticket/ticket.js';
import { seesAllTickets, withImplied } from './roles.js';

/** Who looks, as the edge has established it, or who acts; whoever stands in sees what the absent person sees. */
export type Viewer = Pick<Actor, 'id' | 'roles' | 'departments'> & { readonly onBehalfOf?: string };

/** How the caller appears: as they are, with the phone masked, or not at all (R2.3, R7.2). */
export type Identity = 'plain' | 'masked' | 'hidden';

export interface Sight {
  readonly identity: Identity;
}

/** What somebody may not see is refused like what is not there: existence is not told either (rule 11). */
export type Unseen = 'ticket-not-found';

/** What a person may see of a ticket: the one set of rules for every query (ADR 0013). @param ticket as it is today */
export function sightOf(ticket: Ticket, viewer: Viewer): Sight | Unseen {
  const isSeen = ticket.confidential ? seesSecret(ticket, viewer) : seesOpen(ticket, viewer);
  return isSeen ? { identity: identityFor(ticket, viewer) } : 'ticket-not-found';
}

function seesSecret({ parts }: Ticket, viewer: Viewer): boolean {
  return seesConfidential(viewer.roles ?? []) || parts.some((part) => needsConfidential(part, viewer));
}

function seesOpen({ parts }: Ticket, viewer: Viewer): boolean {
  return seesAllTickets(viewer.roles ?? []) || parts.some(({ department }) => worksFor(viewer, department));
}

/** Whatever ticket it is: who sees every one need not be asked about each. */
export function seesEveryTicket(roles: readonly string[]): boolean {
  return seesAllTickets(roles) && seesConfidential(roles);
}

/** Confidential tickets show to the call centre's coordinators, to executives and to auditors (R7.2). */
export function seesConfidential(roles: readonly string[]): boolean {
  const all = withImplied(roles);
  return all.has('coordinator') || all.has('leader') || all.has('auditor');
}

/** Of a department that has it, its manager and the assigned handler; while there is none, whoever could accept it. */
function needsConfidential(part: Part, viewer: Viewer): boolean {
  if (!stillShown(part) || !worksFor(viewer, part.department)) return false;
  const roles = withImplied(viewer.roles ?? []);
  const self = viewer.onBehalfOf ?? viewer.id;
  return roles.has('manager') || (roles.has('handler') && (part.handler ?? self) === self);
}

/** At work on it, or at work on it when it ended; not what was returned or released. */
export function stillShown(part: Part): boolean {
  return isActive(part) || part.status === 'ended';
}

/** Those who speak with callers, decide or audit see them; departments see a masked phone, and of a report of wrongdoing nothing. */
function identityFor(ticket: Ticket, viewer: Viewer): Identity {
  if (seesCallers(viewer.roles ?? [])) return 'plain';
  if (!ticket.identityHidden) return 'masked';
  return ticket.revealedTo?.some((department) => worksFor(viewer, department)) ? 'plain' : 'hidden';
}

/** The callers of all tickets that they see are plain to them. */
export function seesCallers(held: readonly string[]): boolean {
  const roles = withImplied(held);
  return ['agent', 'coordinator', 'inspector', 'leader', 'auditor'].some((role) => roles.has(role));
}

function worksFor({ departments = [] }: Viewer, department: string): boolean {
  return departments.includes('*') || departments.includes(department);
}
