import type { Principal } from '@ledgerline/contracts';
import { noSteps, type MinedLog } from '@ledgerline/domain';
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
