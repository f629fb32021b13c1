import { isActive, leadOf, type Part, type Ticket } from './ticket.js';

type Wanted = Pick<Part, 'department' | 'part'>;

/**
 * Routing replaces the set (deadlines.md, "Routing again"): departments named again keep their assignment, as lead or as
 * co-handler, others are released, new ones start.
 */
export function routed(ticket: Ticket, lead: string, coHandling: readonly string[], at: string): Ticket {
  let assignments = ticket.assignments;
  const wanted: readonly Wanted[] = [
    { department: lead, part: 'lead' },
    ...coHandling.map((department) => ({ department, part: 'co-handling' as const })),
  ];
  const now = wanted.map((want): Part => {
    const same = keptFor(want, ticket.parts);
    if (same) return same;
    assignments += 1;
    return { ...want, assignment: assignments, status: 'routed', routedAt: at, returnRequested: false, urges: 0 };
  });
  const kept = new Set(now.map(({ assignment }) => assignment));
  const past = ticket.parts
    .filter(({ assignment }) => !kept.has(assignment))
    .map((part): Part => (isActive(part) ? { ...part, status: 'released' } : part));
  // Rejections are counted in a round of handling: as long as the same assignment leads.
  const isNewLead = now[0]?.assignment !== leadOf(ticket)?.assignment;
  const status = now[0]?.status === 'routed' ? 'dispatched' : 'in-progress';
  return { ...ticket, parts: [...past, ...now], assignments, status, rejections: isNewLead ? 0 : ticket.rejections };
}

/**
 * A department that leads what it co-handled, or the other way round, goes on. What it handed in was for its old part, so it
 * is at work again; what was approved is done, with its verdict, and the new part is another assignment.
 */
function keptFor({ department, part }: Wanted, parts: readonly Part[]): Part | undefined {
  const same = parts.find((one) => one.department === department && isActive(one));
  if (same === undefined || same.part === part) return same;
  if (same.status === 'approved') return undefined;
  return { ...same, part, status: same.status === 'submitted' ? 'accepted' : same.status };
}
