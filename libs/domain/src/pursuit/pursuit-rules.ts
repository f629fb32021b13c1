import type { ByWhom, Rejection } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import { withImplied } from '../authority/roles.js';
import { seesCallers, type Viewer } from '../authority/sight.js';
import { unseenBy } from '../authority/unseen.js';
import { nextReminderAt } from '../reminder/reminders.js';
import { stagesOf, type PursuitEnd, type PursuitKind, type Stage } from './pursuit-events.js';
import type { MaybePursuit, Pursuit } from './pursuit.js';

type Belongs = Pick<Pursuit, 'owner' | 'openedBy' | 'department'>;

/** Somebody still has to do something about it. */
export function isPursued({ kind, stage }: Pick<Pursuit, 'kind' | 'stage'>): boolean {
  return (stagesOf[kind].underWay as readonly string[]).includes(stage);
}

export function isStageOf(kind: PursuitKind, stage: string): stage is Stage {
  return (stagesOf[kind].underWay as readonly string[]).includes(stage);
}

export function isEndOf(kind: PursuitKind, end: string): end is PursuitEnd {
  return (stagesOf[kind].ends as readonly string[]).includes(end);
}

/** When somebody has next to be told that its step is late, RFC 3339; undefined where nobody has. */
export function pursuitRemindsAt(pursuit: Pursuit): string | undefined {
  return isPursued(pursuit) ? nextReminderAt(pursuit) : undefined;
}

/** Whoever speaks with callers and decides about them sees it; of a department its manager; its owner and whoever opened it always. */
export function seesPursuit({ owner, openedBy, department }: Belongs, viewer: Viewer): boolean {
  const self = viewer.onBehalfOf ?? viewer.id;
  if (self === owner || self === openedBy) return true;
  return seesCallers(viewer.roles ?? []) || answersForDepartment(viewer, department);
}

/** What does not show is not there. */
export function unseenPursuit(pursuit: MaybePursuit, by: ByWhom): Rejection | undefined {
  return unseenBy(by, 'pursuit-not-found', (viewer) => pursuit !== undefined && seesPursuit(pursuit, viewer));
}

/** Its owner works on it; so may whoever answers for the department, and the call centre's coordinators and team leaders. */
export function worksOnPursuit(pursuit: Pursuit, by: ByWhom): boolean {
  const { actor } = by;
  const roles = actor.roles ?? [];
  if (powerOf(by) === pursuit.owner || answersForDepartment(actor, pursuit.department)) return true;
  return roles.includes('coordinator') || roles.includes('team-leader');
}

/** Its managers. */
export function answersForDepartment(
  { roles = [], departments = [] }: Pick<Viewer, 'roles' | 'departments'>,
  department: string,
): boolean {
  return withImplied(roles).has('manager') && (departments.includes('*') || departments.includes(department));
}
