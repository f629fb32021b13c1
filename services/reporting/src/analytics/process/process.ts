import type { Ask, FactAnswer } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';
import { coursesOf, type Variant } from './courses.js';
import { stepsOf, type StepsQuestion } from './steps-of.js';

export interface ProcessQuestion extends StepsQuestion {
  readonly limit: number;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly meanSeconds: number;
  readonly medianSeconds: number;
}

export interface ProcessGraph {
  readonly cases: number;
  readonly events: number;
  readonly variantCount: number;
  readonly durationSeconds: { readonly mean: number | null; readonly median: number | null; readonly longest: number | null };
  readonly activities: readonly {
    readonly activity: string;
    readonly count: number;
    readonly starts: number;
    readonly ends: number;
  }[];
  /** Directly-follows graph, most frequent first. */
  readonly edges: readonly Edge[];
  /** Where the most time goes by: edges by count × mean. */
  readonly bottlenecks: readonly Edge[];
  readonly variants: readonly Variant[];
}

/**
 * Process mining (R14.3) over the steps of tickets, in the order of their versions: which activity follows which directly, how often
 * and after how long; whole courses (variants). Of an imported log its own activities alone, at their own times.
 */
export async function processGraph(
  question: ProcessQuestion,
  { ask, words }: { readonly ask: Ask; readonly words: WordList },
): Promise<ProcessGraph> {
  const { steps, values } = stepsOf(question, words);
  const word = (number: unknown) => words.wordOf(number as number);
  const activities = await ask(
    `WITH s AS (${steps}), o AS (SELECT *, row_number() OVER w = 1 AS first, lead(version) OVER w IS NULL AS last FROM s WINDOW w AS (PARTITION BY ticket ORDER BY version))
     SELECT activity, count(*) AS n, count(*) FILTER (WHERE first) AS starts, count(*) FILTER (WHERE last) AS ends FROM o GROUP BY activity ORDER BY n DESC, activity`,
    values,
  );
  const edges = await ask(
    `WITH s AS (${steps}), o AS (SELECT activity, lead(activity) OVER w AS next, lead(happened) OVER w - happened AS took FROM s WINDOW w AS (PARTITION BY ticket ORDER BY version))
     SELECT activity, next, count(*) AS n, round(avg(took) / 1000, 3) AS mean, round(quantile_cont(took, 0.5) / 1000, 3) AS median FROM o WHERE next IS NOT NULL
     GROUP BY activity, next ORDER BY n DESC, activity, next`,
    values,
  );
  const [whole] = await ask(
    `WITH s AS (${steps}), c AS (SELECT max(happened) - min(happened) AS took FROM s GROUP BY ticket)
     SELECT round(avg(took) / 1000, 3) AS mean, round(quantile_cont(took, 0.5) / 1000, 3) AS median, max(took) / 1000 AS longest FROM c`,
    values,
  );
  const courses = await coursesOf(question, question.limit, { ask, words });
  const all = edges.map((row): Edge => edgeOf(row, word));
  return {
    cases: courses.cases,
    events: courses.events,
    variantCount: courses.variantCount,
    durationSeconds: { mean: seconds(whole?.['mean']), median: seconds(whole?.['median']), longest: seconds(whole?.['longest']) },
    activities: activities.map(({ activity, n, starts, ends }) => ({
      activity: word(activity),
      count: Number(n),
      starts: Number(starts),
      ends: Number(ends),
    })),
    edges: all,
    bottlenecks: all.toSorted((a, b) => b.count * b.meanSeconds - a.count * a.meanSeconds).slice(0, 10),
    variants: courses.variants,
  };
}

function edgeOf({ activity, next, n, mean, median }: FactAnswer, word: (number: unknown) => string): Edge {
  return { from: word(activity), to: word(next), count: Number(n), meanSeconds: Number(mean), medianSeconds: Number(median) };
}

function seconds(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
