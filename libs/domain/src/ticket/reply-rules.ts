import { isErased, rejected, type ByWhom, type Circumstances, type Rejection } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import { withImplied } from '../authority/roles.js';
import type { Policy } from '../policy/policy.js';
import { callCentre } from '../routing-table/index.js';
import { ownPart } from './ticket-rules.js';
import { isHandledElsewhere, isOpen, leadOf, type Ticket } from './ticket.js';

/**
 * The caller waits for a reply: to what is approved, in an urgent matter before that (deadlines.md, "Urgent"), or from what
 * another ticket carries (R1.6: handled once, replied to singly).
 */
export function awaitsReplyNow(ticket: Ticket): boolean {
  const { level, status } = ticket;
  if (isOpen(ticket) && isHandledElsewhere(ticket)) return true;
  return status === 'to-reply' || (level === 'urgent' && ['dispatched', 'in-progress', 'in-review'].includes(status));
}

/** R4.3: the policy names who replies, the call centre or the lead department; the other is refused. */
export function refusalToReply(
  ticket: Ticket,
  repliesBy: Policy['repliesBy'],
  circumstances: Circumstances,
): Rejection | undefined {
  const lead = leadOf(ticket)?.department;
  const roles = withImplied(circumstances.actor.roles ?? []);
  if (repliesBy === 'call-centre' || lead === undefined) return roles.has('agent') ? undefined : rejected('call-centre-replies');
  if (!roles.has('handler')) return rejected('department-replies', { department: lead });
  const part = ownPart(ticket, lead, circumstances);
  return 'rejection' in part ? part : undefined;
}

/** A caller who left nothing to be reached by: the reply waits for them under number and secret, or until they call again. */
export function leftNoAddress({ caller }: Ticket): boolean {
  return isErased(caller) || (caller.phone === undefined && caller.email === undefined);
}

/** R8.1: not surveyed by a department that handled it; where the call centre did, not by the person. R2.3: nor by whom it is about. */
export function refusalToSurvey(ticket: Ticket, by: ByWhom): Rejection | undefined {
  const departments = by.actor.departments ?? [];
  const concerned = ticket.about?.department;
  if (concerned !== undefined && departments.includes(concerned))
    return rejected('ticket-concerns-department', { department: concerned });
  const handled = ticket.parts.filter(({ status }) => status !== 'returned' && status !== 'released');
  const own = handled.find(
    ({ department, handler }) => departments.includes(department) && (department !== callCentre || handler === powerOf(by)),
  );
  return own && rejected('surveyed-by-the-handling-department', { department: own.department });
}
