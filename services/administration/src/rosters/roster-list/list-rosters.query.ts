import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { sightOfRoster, watchesRosters, worksHere, type ShiftRoster } from '@ledgerline/domain';
import { pageOfRecords, type Ledgerline, type RecordPage, type Where } from '@ledgerline/host';
import { rostersCollection, type ListedRoster } from './roster-list.projection.js';

export interface RosterFilter {
  readonly department?: string;
  readonly month?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** A roster of a list: of which department and month, and how far it is published. */
export interface ShownRoster extends Pick<
  ShiftRoster,
  'department' | 'site' | 'month' | 'calendar' | 'timeZone' | 'openedAt' | 'updatedAt' | 'edition' | 'publishedThrough' | 'publishedAt'
> {
  readonly id: string;
  readonly version: number;
  readonly people: number;
  /** Changes that wait to be decided; told to whoever sees it whole. */
  readonly toDecide?: number;
} // prettier-ignore

/** `GET /rosters`: the newest month first; of whoever watches none all of their departments. */
export async function listRosters(
  request: QueryRequest<RosterFilter>,
  ledgerline: Ledgerline,
): Promise<RecordPage<ShownRoster> | Problem> {
  const { body, principal } = request;
  if (!worksHere(principal.roles)) return problem('not-allowed');
  const list = {
    // Of one month there is no order by months.
    sort: body.month === undefined ? ['-month'] : [],
    where: () => rowsWanted(body, principal),
    show: (roster: ListedRoster) => {
      const sight = sightOfRoster(roster, principal);
      return sight && shownRoster(roster, sight);
    },
  };
  return pageOfRecords(rostersCollection, request, list, ledgerline);
}

function rowsWanted(
  { department, month }: RosterFilter,
  { roles, departments }: QueryRequest<never>['principal'],
): Where | 'nothing' {
  const seesAll = watchesRosters(roles) || departments.includes('*');
  if (!seesAll && department !== undefined && !departments.includes(department)) return 'nothing';
  const own = seesAll ? undefined : departments;
  if (own?.length === 0) return 'nothing';
  const among = department ?? (own?.length === 1 ? own[0] : own && { in: own });
  return {
    kind: 'roster',
    ...(among === undefined ? {} : { department: among }),
    ...(month === undefined ? {} : { month }),
  };
}

export function shownRoster(roster: ListedRoster, sight: 'whole' | 'published'): ShownRoster {
  const { id, version, department, site, month, calendar, timeZone, openedAt, updatedAt, edition } = roster;
  const { publishedThrough, publishedAt, people, changes } = roster;
  return {
    id, version, department, site, month, calendar, timeZone, openedAt, updatedAt, edition,
    ...(publishedThrough === undefined ? {} : { publishedThrough }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    people: people.length,
    ...(sight === 'whole' ? { toDecide: changes.filter(({ state }) => state === 'agreed').length } : {}),
  }; // prettier-ignore
}
