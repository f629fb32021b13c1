import { leadOf, partOf, type ClockName, type EscalationTarget, type Ticket, type TimedStep } from '@ledgerline/domain';

/** Somebody to tell, before accounts are looked up. */
export type Audience =
  | { readonly account: string }
  | { readonly role: 'coordinator' | 'leader' | 'personnel' }
  | { readonly role: 'manager'; readonly department: string }
  /** Place in the order of executives at that time: 0 is on duty; counted round. */
  | { readonly executive: number };

/** Clocks whose work is the manager's, or an executive's; the others are the department's or the call centre's. */
const [ofManagers, ofExecutives]: readonly (readonly ClockName[])[] = [['review'], ['acknowledge-urgent', 'decide-urgent']];

/** Whom a step tells: an escalation whom its rung names; a warning, and a breach, who has to do the work. */
export function audienceOf(step: TimedStep, ticket: Ticket): readonly Audience[] {
  switch (step.kind) {
    case 'silence':
    case 'extension':
      return [];
    case 'alert':
      return [{ executive: step.due === undefined ? step.repeat : 0 }];
    case 'warning':
    case 'breach':
      return workersOf(step, ticket);
    case 'escalation':
      return escalatedTo(step, ticket);
  }
}

/** Calls are the call centre's: what a department would be told goes to the coordinators. */
export function audienceOfCall({ kind, to = 'coordinator', repeat }: TimedStep): readonly Audience[] {
  if (kind !== 'escalation') return [{ role: 'coordinator' }];
  return executivesIn(to, repeat) ?? [{ role: 'coordinator' }];
}

function workersOf({ clock, department }: TimedStep, ticket: Ticket): readonly Audience[] {
  if (ofExecutives?.includes(clock)) return [{ executive: 0 }];
  if (department === undefined || isOfTheCallCentre(clock)) return [{ role: 'coordinator' }];
  return ofManagers?.includes(clock) ? [{ role: 'manager', department }] : handlerOf(department, ticket);
}

/** Clocks of a department's request that the call centre has to decide on. */
function isOfTheCallCentre(clock: ClockName): boolean {
  return clock === 'return-decision' || clock === 'extension-decision' || clock === 'check';
}

/** The assigned handler; where nobody is, the department's managers. */
function handlerOf(department: string, ticket: Ticket): readonly Audience[] {
  const handler = partOf(ticket, department)?.handler;
  return handler === undefined ? [{ role: 'manager', department }] : [{ account: handler }];
}

function escalatedTo({ to = 'coordinator', repeat, ...step }: TimedStep, ticket: Ticket): readonly Audience[] {
  const department = step.department ?? leadOf(ticket)?.department;
  const executives = executivesIn(to, repeat);
  if (executives !== undefined) return executives;
  if (department === undefined || to === 'coordinator') return [{ role: 'coordinator' }];
  return to === 'handler' ? handlerOf(department, ticket) : [{ role: 'manager', department }];
}

/** undefined where the rung names no executive. */
function executivesIn(to: EscalationTarget, repeat: number): readonly Audience[] | undefined {
  switch (to) {
    case 'leader':
      return [{ role: 'leader' }];
    case 'duty-executive':
      return [{ executive: 0 }];
    case 'next-executive':
      return [{ executive: 1 + repeat }];
    case 'handler':
    case 'manager':
    case 'coordinator':
      return undefined;
  }
}
