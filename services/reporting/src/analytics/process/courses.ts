import type { Ask } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';
import { endsOfCases, stepsOf, type StepsQuestion } from './steps-of.js';

export interface Variant {
  readonly activities: readonly string[];
  readonly cases: number;
  readonly meanSeconds: number;
}

export interface Courses {
  readonly cases: number;
  readonly events: number;
  readonly variantCount: number;
  /** The most frequent. */
  readonly variants: readonly Variant[];
}

interface Kept {
  cases: number;
  took: number;
  /** One ticket that went this way. */
  readonly example: number;
}

/** Tickets whose steps are put in order at one time, in memory. */
const stretch = 65_536;

/**
 * Whole courses and how often each was gone, in stretches of tickets. A course is told from others by the sum of its steps, each hashed with its place: an
 * aggregate that has to keep an order needs some 16 kB of memory a ticket in DuckDB, and is asked of one ticket of each course that is shown.
 */
export async function coursesOf(
  question: StepsQuestion,
  limit: number,
  { ask, words }: { readonly ask: Ask; readonly words: WordList },
): Promise<Courses> {
  const asked = stepsOf(question, words);
  const { steps, values } = asked;
  const { first, last } = (await endsOfCases(asked, ask)) ?? { first: 0, last: -1 };
  const kept = new Map<string, Kept>();
  const done = { cases: 0, events: 0 };
  const sql = `WITH s AS (${steps} AND s.ticket >= $least AND s.ticket < $before),
    o AS (SELECT ticket, happened, hash(activity, row_number() OVER (PARTITION BY ticket ORDER BY version)) AS step FROM s),
    c AS (SELECT ticket, count(*) AS n, CAST(sum(CAST(step AS HUGEINT)) AS VARCHAR) || '.' || count(*) AS course, max(happened) - min(happened) AS took FROM o GROUP BY ticket)
    SELECT course, count(*) AS cases, sum(n) AS events, sum(took) AS took, min(ticket) AS example FROM c GROUP BY course`;
  for (let least = first; least <= last; least += stretch)
    for (const row of await ask(sql, { ...values, least, before: least + stretch })) {
      const course = kept.get(row['course'] as string) ?? { cases: 0, took: 0, example: Number(row['example']) };
      kept.set(row['course'] as string, course);
      course.cases += Number(row['cases']);
      course.took += Number(row['took']);
      done.cases += Number(row['cases']);
      done.events += Number(row['events']);
    }
  const most = [...kept.values()].sort((a, b) => b.cases - a.cases || a.example - b.example).slice(0, limit);
  const read = await coursesOfTickets(most.map(({ example }) => example));
  return { ...done, variantCount: kept.size, variants: most.map(asVariant) };

  async function coursesOfTickets(tickets: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
    if (tickets.length === 0) return new Map();
    const rows = await ask(
      `WITH s AS (${steps} AND s.ticket IN (${tickets.join(', ')})) SELECT ticket, string_agg(CAST(activity AS VARCHAR), ' ' ORDER BY version) AS course FROM s GROUP BY ticket`,
      values,
    );
    return new Map(rows.map(({ ticket, course }) => [Number(ticket), String(course).split(' ').map((one) => words.wordOf(Number(one)))])); // prettier-ignore
  }

  function asVariant({ cases: count, took, example }: Kept): Variant {
    return { activities: read.get(example) ?? [], cases: count, meanSeconds: Math.round(took / count) / 1_000 };
  }
}
