import {
  dayLength,
  idOfAgentDay,
  passagesOf,
  statesOf,
  stretchesOf,
  type AgentDay,
  type Call,
  type Passage,
} from '@ledgerline/domain';
import { millisecondsOf } from '@ledgerline/kernel';
import type { FactRows } from './fact-rows.js';
import type { WordList } from './word-list.js';

interface Adding {
  readonly rows: FactRows;
  readonly words: WordList;
}
interface CallOf {
  readonly source: number;
  readonly contact: string;
  readonly call: Call;
}
interface DayOf {
  readonly source: number;
  readonly day: NonNullable<AgentDay>;
}

/** Every passage of a call, and what it kept its agents busy with. */
export function addCall({ source, contact, call }: CallOf, { rows, words }: Adding): void {
  const states = statesOf(call);
  const isLate = states.some(({ enteredLate }) => enteredLate === true);
  rows.add('telephony_streams', [source, contact]);
  for (const passage of passagesOf(states)) {
    const { queue, queuedAt, answeredAt, endedAt, wrappedUpAt, agent, team, agentSite } = passage;
    const at = millisecondsOf(queuedAt ?? (answeredAt as string));
    const wait = waitOf(passage);
    const spoken = between(answeredAt, endedAt);
    const hold = spoken === null ? null : passage.heldMilliseconds;
    const isInTime = answeredAt !== undefined && wait !== null && wait <= (passage.terms?.within ?? 0) * 1_000;
    const word = (text: string | undefined) => words.orNull(text);
    rows.add('calls', [
      source, contact, at, queuedAt !== undefined, word(queue), word(passage.site ?? agentSite), word(agent), word(team), word(agentSite),
      word(outcomeOf(passage, wait)), isInTime, isLate, wait, spoken === null ? null : spoken - (hold ?? 0), hold, between(endedAt, wrappedUpAt),
    ]); // prettier-ignore
    // Time is the agent's, and of their site, whosever queue the call came from.
    const who = [word(agent), word(team), word(agentSite), word(agentSite)];
    if (spoken !== null) addTime([source, ...who, word('call'), null], millisecondsOf(answeredAt as string), millisecondsOf(endedAt as string), rows); // prettier-ignore
    if (wrappedUpAt !== undefined && endedAt !== undefined)
      addTime([source, ...who, word('wrap-up'), null], millisecondsOf(endedAt), millisecondsOf(wrappedUpAt), rows);
  }
}

/** Every state of an agent's day; the last goes on. */
export function addAgentDay({ source, day }: DayOf, { rows, words }: Adding): void {
  const { agent, team, site } = day;
  rows.add('telephony_streams', [source, idOfAgentDay(agent, day.day)]);
  const word = (text: string | undefined) => words.orNull(text);
  for (const { state, reason, since, until } of stretchesOf(day)) {
    if (state === 'off') continue;
    const of = [source, word(agent), word(team), word(site), word(site), word(state), word(reason)];
    if (until === undefined) rows.add('agent_times', [...of, since, null]);
    else addTime(of, since, until, rows);
  }
}

const halfHour = 1_800_000;

/** Cut at each half hour, so that every interval has what fell into it; a day at most, as what still goes on (`telephony-reports.ts`). */
function addTime(of: readonly (number | null)[], since: number, until: number, rows: FactRows): void {
  const last = Math.min(until, since + dayLength);
  for (let from = since; from < last;) {
    const to = Math.min(last, (Math.floor(from / halfHour) + 1) * halfHour);
    rows.add('agent_times', [...of, from, to]);
    from = to;
  }
}

function outcomeOf({ queuedAt, answeredAt, abandonedAt, leftAt, terms }: Passage, wait: number | null): string {
  if (answeredAt !== undefined) return 'answered';
  if (leftAt !== undefined) return 'left';
  if (abandonedAt === undefined || queuedAt === undefined || wait === null) return 'waiting';
  return wait <= (terms?.shortAbandon ?? 0) * 1_000 ? 'short-abandoned' : 'abandoned';
}

function waitOf({ queuedAt, answeredAt, abandonedAt, leftAt }: Passage): number | null {
  return between(queuedAt, answeredAt ?? abandonedAt ?? leftAt);
}

function between(from: string | undefined, to: string | undefined): number | null {
  return from === undefined || to === undefined ? null : millisecondsOf(to) - millisecondsOf(from);
}
