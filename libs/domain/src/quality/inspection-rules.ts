import { rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';
import { handsOf, shareHands } from '../authority/hands.js';
import { withImplied } from '../authority/roles.js';
import { seesConfidential, type Viewer } from '../authority/sight.js';
import type { GivenScore, Inspection, MaybeInspection } from './inspection.js';

/** The score that counts: what an appeal made of it, else what was given. */
export function scoreInForce({ scored, revised }: Pick<Inspection, 'scored' | 'revised'>): GivenScore | undefined {
  return revised ?? scored;
}

/** Nobody scores their own work, nor decides on it, nor in the power of whoever did it (回避). */
export function isTheirWork({ agent }: Pick<Inspection, 'agent'>, by: ByWhom): boolean {
  return shareHands({ by: agent }, handsOf(by));
}

/** An appeal is decided by another than who scored. */
export function hasScored({ scored }: Pick<Inspection, 'scored'>, by: ByWhom): boolean {
  return scored !== undefined && shareHands(scored.by, handsOf(by));
}

/** Whoever looks at the quality of everybody's work: inspectors, and those who answer for the centre or watch it. */
export function readsAllInspections(roles: readonly string[]): boolean {
  const all = withImplied(roles);
  return ['inspector', 'coordinator', 'leader', 'auditor'].some((role) => all.has(role));
}

/** Whose teams' work they answer for, or look after on a shift. */
export function answersForTeams(roles: readonly string[]): boolean {
  const all = withImplied(roles);
  return all.has('team-leader') || all.has('manager');
}

/**
 * Who may know of it. Agents read what was given for their own work, once it was; nobody reads that in their place. What is about a confidential ticket
 * shows to those who see such tickets, and to whoever has to score it.
 */
export function seesInspection(
  { agent, team, inspector, status, confidential }: Pick<Inspection, 'agent' | 'team' | 'inspector' | 'status' | 'confidential'>,
  { id, onBehalfOf, roles = [], departments = [] }: Viewer,
): boolean {
  if (onBehalfOf === undefined && id === agent) return status !== 'to-score' && status !== 'excused';
  if ((onBehalfOf ?? id) === inspector && withImplied(roles).has('inspector')) return true;
  if (confidential && !seesConfidential(roles)) return false;
  if (readsAllInspections(roles)) return true;
  return answersForTeams(roles) && (departments.includes('*') || departments.includes(team));
}

/** What does not show is not there. */
export function unseenInspection(inspection: MaybeInspection, { actor, onBehalfOf }: ByWhom): Rejection | undefined {
  const viewer = onBehalfOf === undefined ? actor : { ...actor, onBehalfOf };
  return inspection !== undefined && seesInspection(inspection, viewer) ? undefined : rejected('inspection-not-found');
}
