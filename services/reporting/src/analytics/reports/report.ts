import type { InBothLanguages } from '@ledgerline/domain';
import { word, type Column } from './column.js';

/**
 * A report over facts: `f` is the fact, `t` its ticket. Every cell is a condition, so that the number of facts that meet it and the
 * list of their tickets (of contacts, where it is about calls) are the same thing asked twice. `$now` is the moment of asking; `word:x` stands for the number of the word `x`,
 * `local:x` for the wall time of the instant `x`.
 */
export interface Report {
  /** Facts as `f`, or tickets as `t`; the tickets of facts are joined where a question looks at them. */
  readonly from: string;
  /** The instant by which the period cuts, of each fact; none where the present is asked about. */
  readonly time?: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly cells: Readonly<Record<string, string>>;
  /** Other figures, as aggregates over the facts. */
  readonly figures?: Readonly<Record<string, string>>;
  /** Of each ticket behind a number, as aggregates over its facts. */
  readonly ofEach?: Readonly<Record<string, string>>;
  /** Who is counted: what happened to tickets, unless it is about those who take calls (`seenAgents`). */
  readonly about?: 'agents';
  /** What is counted, and by which time. */
  readonly means: InBothLanguages;
}

/** What every ticket can be told by. */
export const ofTicket: Readonly<Record<string, Column>> = {
  kind: word('t.kind'),
  level: word('t.level'),
  item: word('t.item'),
  channel: word('t.channel'),
  site: word('t.site'),
  district: word('t.district'),
  product: word('t.product'),
};

/** A share of two numbers of facts, to four places; null of nothing. */
export function share(part: string, whole: string): string {
  const count = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
  return `round(${count(part)} / nullif(${count(whole)}, 0), 4)`;
}
