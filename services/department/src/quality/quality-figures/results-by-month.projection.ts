import type { CountsFor, InspectionEvent, Mark } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection, type Row } from '@ledgerline/kernel';

/** What one inspection counts for: the score in force, and what came of an appeal. */
export interface CountedResult {
  readonly team: string;
  readonly score: number;
  readonly outOf: number;
  readonly passed: boolean;
  readonly marks: readonly Mark[];
  readonly fatal: readonly string[];
  readonly appeal?: 'open' | 'granted' | 'dismissed';
}

/** The results of one agent's work of one month, by inspection. Figures are some numbers, and no words. */
export interface ResultsOfMonth {
  readonly agent: string;
  readonly month: string;
  readonly results: Readonly<Record<string, CountedResult>>;
}

/** A row for the month, and one for each team that the agent worked in then. */
export const resultsCollection: CollectionDefinition<ResultsOfMonth> = {
  name: 'quality-results',
  version: 1,
  fields: { kind: 'string', agent: 'string', team: 'string', month: 'string' },
  indexes: [
    ['kind', 'month'],
    ['kind', 'agent', 'month'],
    ['kind', 'team', 'month'],
  ],
  rows: ({ agent, month, results }) => {
    const teams = new Set(Object.values(results).map(({ team }) => team));
    return [{ kind: 'month', agent, team: '', month }, ...[...teams].map((team): Row => ({ kind: 'team', agent, team, month }))];
  },
  personal: [],
};

const counted = ['InspectionScored', 'InspectionAppealed', 'AppealGranted', 'AppealDismissed'] as const;

export const resultsByMonth: Projection<ResultsOfMonth> = {
  collection: resultsCollection,
  categories: ['inspection'],
  events: counted,
  looksInside: [],
  keys: ({ data }) => {
    const { agent, month } = data as CountsFor;
    return [`${agent}-${month}`];
  },
  apply: (before, recorded) => {
    const event = recorded as unknown as Extract<InspectionEvent, { readonly type: (typeof counted)[number] }>;
    const { agent, month } = event.data;
    const results = before?.results ?? {};
    const id = idOf(recorded.stream);
    const result = resultAfter(results[id], event);
    return result === undefined ? before : { agent, month, results: { ...results, [id]: result } };
  },
};

function resultAfter(
  before: CountedResult | undefined,
  event: Extract<InspectionEvent, { readonly type: (typeof counted)[number] }>,
): CountedResult | undefined {
  switch (event.type) {
    case 'InspectionScored':
      return countedIn(event.data);
    case 'AppealGranted':
      return { ...countedIn(event.data), appeal: 'granted' };
    case 'InspectionAppealed':
      return before && { ...before, appeal: 'open' };
    case 'AppealDismissed':
      return before && { ...before, appeal: 'dismissed' };
  }
}

function countedIn({ team, score, outOf, passed, marks, fatal }: CountedResult): CountedResult {
  return { team, score, outOf, passed, marks, fatal };
}
