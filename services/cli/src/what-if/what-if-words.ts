import { columns } from '../columns.js';
import { counted } from '../progress.js';

type Fate = 'kept' | 'broken' | 'other' | 'none';

/** What `GET /reports/what-if/{id}` answers. */
export interface WhatIfState {
  readonly id: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly progress: { readonly done: number; readonly total: number };
  readonly position: string | null;
  readonly from: string;
  readonly to: string;
  readonly clocks: { readonly tickets: number; readonly differing: number; readonly lines: readonly Line[] } | null;
  readonly routes: readonly Route[] | null;
}

interface Line {
  readonly department: string | null;
  readonly clock: string;
  readonly before: Fate;
  readonly after: Fate;
  readonly clocks: number;
}

interface Route {
  readonly was: { readonly lead: string; readonly by: string };
  readonly wouldBe: { readonly lead: string } | null;
  readonly differs: boolean;
  readonly tickets: number;
}

/** The answer as a table: a line for each department and clock of which something would differ. */
export function wordsOfWhatIf({ id, from, to, position, clocks, routes }: WhatIfState): readonly string[] {
  const head = [`${from} to ${to}, computed at ${position ?? 'the beginning'}; nothing of the past has changed.`];
  return [...head, ...(clocks === null ? [] : wordsOfClocks(clocks, id)), ...(routes === null ? [] : wordsOfRoutes(routes))];
}

function wordsOfClocks({ tickets, differing, lines }: NonNullable<WhatIfState['clocks']>, id: string): readonly string[] {
  const sum = (some: readonly Line[]) => counted(some.reduce((total, { clocks }) => total + clocks, 0));
  const groups = [...Map.groupBy(lines, ({ department, clock }) => `${department ?? 'call-centre'} ${clock}`)];
  const rows = groups.flatMap(([key, of]) => {
    if (of.every(({ before, after }) => before === after)) return [];
    const count = (before: Fate, after: Fate) => sum(of.filter((line) => line.before === before && line.after === after));
    const other = of.filter(({ before, after }) => before !== after && !(isJudged(before) && isJudged(after)));
    const fate = (when: 'before' | 'after', wanted: Fate) => sum(of.filter((line) => line[when] === wanted));
    return [
      [
        ...key.split(' '),
        fate('before', 'kept'),
        fate('before', 'broken'),
        count('kept', 'broken'),
        count('broken', 'kept'),
        sum(other),
      ],
    ];
  });
  const summary = `${counted(tickets)} tickets; ${counted(differing)} of them would differ (GET /api/v1/reports/what-if/${id}/tickets).`;
  if (rows.length === 0) return [summary];
  return [summary, ...columns([['DEPARTMENT', 'CLOCK', 'KEPT', 'BROKEN', 'WOULD BREAK', 'WOULD BE KEPT', 'OTHERWISE'], ...rows])];
}

function isJudged(fate: Fate): boolean {
  return fate === 'kept' || fate === 'broken';
}

function wordsOfRoutes(routes: readonly Route[]): readonly string[] {
  const differing = routes.filter(({ differs }) => differs);
  const total = (some: readonly Route[]) => some.reduce((sum, { tickets }) => sum + tickets, 0);
  const summary = `${counted(total(routes))} tickets were routed; ${counted(total(differing))} would have gone elsewhere.`;
  const pairs = Map.groupBy(differing, ({ was, wouldBe }) => `${was.lead} ${wouldBe?.lead ?? '(a person decides)'}`);
  const rows = [...pairs].map(([, of]) => [
    of[0]?.was.lead ?? '',
    of[0]?.wouldBe?.lead ?? '(a person decides)',
    counted(total(of)),
  ]);
  return rows.length === 0 ? [summary] : [summary, ...columns([['WENT TO', 'WOULD GO TO', 'TICKETS'], ...rows])];
}
