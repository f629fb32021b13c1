import type { Principal } from '@ledgerline/contracts';
import { noSteps, type MinedLog } from '@ledgerline/domain';
import type { Ask } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';
import { visibleTo } from '../visible.js';

export interface StepsQuestion {
  readonly principal: Principal;
  /** Cases that began in the period, milliseconds since the epoch. */
  readonly from?: number;
  readonly to?: number;
  /** `imported`: the other system's activities; `own`: what happened here. */
  readonly log: MinedLog;
}

/** The steps of the cases that are asked about and may be seen; and the condition by which a ticket `t` is such a case. */
export function stepsOf({ principal, from, to, log }: StepsQuestion, words: WordList) {
  const activity =
    log === 'imported'
      ? 's.imported'
      : `NOT s.imported AND s.activity NOT IN (${[-1, ...noSteps.flatMap((one) => words.known(one) ?? [])].join(', ')})`;
  const period = [...(from === undefined ? [] : ['t.registered >= $from']), ...(to === undefined ? [] : ['t.registered < $to'])];
  const values = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const cases = [`(${visibleTo(principal, words)})`, ...period].join(' AND ');
  return {
    steps: `SELECT s.ticket, s.version, s.happened, s.activity FROM steps s JOIN tickets t ON t.ticket = s.ticket WHERE ${cases} AND ${activity}`,
    cases,
    values,
  };
}

/** Numbers of the first and the last ticket that are such cases, to walk between them; undefined where there are none. */
export async function endsOfCases(
  { cases, values }: Pick<ReturnType<typeof stepsOf>, 'cases' | 'values'>,
  ask: Ask,
): Promise<{ readonly first: number; readonly last: number } | undefined> {
  const [ends] = await ask(`SELECT min(t.ticket) AS first, max(t.ticket) AS last FROM tickets t WHERE ${cases}`, values);
  if (ends?.['last'] === null || ends?.['last'] === undefined) return undefined;
  return { first: Number(ends['first']), last: Number(ends['last']) };
}
