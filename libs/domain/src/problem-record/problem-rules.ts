import { rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';
import { withImplied } from '../authority/roles.js';
import { seesConfidential, type Viewer } from '../authority/sight.js';
import type { ProblemMatter } from './problem-events.js';
import type { MaybeProblemRecord, ProblemRecord } from './problem-record.js';

/** Tickets of one problem at most: a new one is opened for what goes on after so many. */
export const mostLinkedTickets = 2_000;

/** What a ticket is about fits a problem where all that the problem names is the ticket's. */
export function fitsProblem({ item, product, kind }: ProblemMatter, ticket: ProblemMatter): boolean {
  return item === ticket.item && (product ?? ticket.product) === ticket.product && (kind ?? ticket.kind) === ticket.kind;
}

/**
 * Whoever speaks with callers or works on their tickets needs to know what helps, whatever department they are of; so does whoever watches. What came
 * of a confidential ticket shows to those who see such tickets, to the department's managers and to whoever opened it.
 */
export function seesProblem(
  { department, openedBy, confidential }: Pick<ProblemRecord, 'department' | 'openedBy' | 'confidential'>,
  viewer: Viewer,
): boolean {
  const { roles = [], departments = [] } = viewer;
  if ((viewer.onBehalfOf ?? viewer.id) === openedBy) return true;
  const all = withImplied(roles);
  if (!confidential) return readersOfProblems.some((role) => all.has(role));
  const isTheirs = departments.includes('*') || departments.includes(department);
  return seesConfidential(roles) || (isTheirs && all.has('manager'));
}

export const readersOfProblems = ['agent', 'handler', 'inspector', 'editor', 'leader', 'auditor', 'administrator'] as const;

/** What does not show is not there. */
export function unseenProblem(problem: MaybeProblemRecord, { actor, onBehalfOf }: ByWhom): Rejection | undefined {
  const viewer = onBehalfOf === undefined ? actor : { ...actor, onBehalfOf };
  return problem !== undefined && seesProblem(problem, viewer) ? undefined : rejected('problem-not-found');
}

/** Whoever answers for what agents read out: the department's managers, coordinators and executives. */
export function keepsProblem({ department }: Pick<ProblemRecord, 'department'>, { actor }: ByWhom): boolean {
  const { roles = [], departments = [] } = actor;
  const all = withImplied(roles);
  if (all.has('coordinator') || all.has('leader')) return true;
  return all.has('manager') && (departments.includes('*') || departments.includes(department));
}
