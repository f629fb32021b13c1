import type { ByWhom, Rejection } from '@ledgerline/kernel';
import { withImplied } from '../authority/roles.js';
import type { Viewer } from '../authority/sight.js';
import { unseenBy } from '../authority/unseen.js';
import { onDays } from './rostered-person.js';
import type { MaybeShiftRoster, ShiftRoster } from './shift-roster.js';

/** People of one roster at most: a department of more makes teams departments of their own. */
export const mostRostered = 300;
/** Changes asked for in one roster at most. */
export const mostRosterChanges = 2_000;

type OfDepartment = Pick<ShiftRoster, 'department'>;

/** Who plans (R12: 班长 helps and watches a shift): team leaders and managers their own departments, the administrator any. */
export function plansRoster({ department }: OfDepartment, { roles = [], departments = [] }: Viewer): boolean {
  const all = withImplied(roles);
  if (all.has('administrator')) return true;
  return (all.has('team-leader') || all.has('manager')) && belongsTo(department, departments);
}

/** Whoever plans it, and whoever watches the house or pays by it, sees it whole; who works in the department what is published. */
export function sightOfRoster(
  roster: OfDepartment & Pick<ShiftRoster, 'edition'>,
  viewer: Viewer,
): 'whole' | 'published' | undefined {
  const { roles = [], departments = [] } = viewer;
  const all = withImplied(roles);
  if (plansRoster(roster, viewer) || watchesRosters(all)) return 'whole';
  return roster.edition > 0 && belongsTo(roster.department, departments) ? 'published' : undefined;
}

/** Every department's. */
export function watchesRosters(roles: Iterable<string>): boolean {
  const all = withImplied([...roles]);
  return ['administrator', 'coordinator', 'leader', 'auditor', 'personnel'].some((role) => all.has(role));
}

export function unseenRoster(roster: MaybeShiftRoster, by: ByWhom): Rejection | undefined {
  return unseenBy(by, 'roster-not-found', (viewer) => roster !== undefined && sightOfRoster(roster, viewer) !== undefined);
}

function belongsTo(department: string, departments: readonly string[]): boolean {
  return departments.includes('*') || departments.includes(department);
}

export function isPublished(date: string, { publishedThrough }: Pick<ShiftRoster, 'publishedThrough'>): boolean {
  return publishedThrough !== undefined && date <= publishedThrough;
}

/** As those see it who are told what is published. */
export function publishedPart(roster: ShiftRoster): ShiftRoster {
  return { ...roster, people: onDays(roster.people, (date) => isPublished(date, roster)) };
}

export function rosterId({ department, month }: { readonly department: string; readonly month: string }): string {
  return `${department}-${month}`;
}
