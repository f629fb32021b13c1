import { millisecondsOf, type Fold } from '@ledgerline/kernel';
import type { AgentDayEvent, ToldAgentState } from './agent-state-events.js';
import type { AgentState } from './telephony-words.js';

/** One day of one agent: a stream each, so that no stream grows for years and a list of today is a list of streams. */
export type AgentDay =
  | {
      readonly agent: string;
      readonly day: string;
      readonly team?: string;
      readonly site: string;
      readonly states: readonly ToldAgentState[];
    }
  | undefined;

export const agentDayFold: Fold<AgentDay> = {
  initial: undefined,
  evolve(day, recorded) {
    const { agent, day: date, team, site, carriedOver, ...told } = (recorded as unknown as AgentDayEvent).data;
    const of = { agent, day: date, site, ...(team === undefined ? {} : { team }) };
    return { ...of, states: [...(day?.states ?? []), ...(carriedOver === undefined ? [] : [carriedOver]), told] };
  },
};

/** The id of the stream. */
export function idOfAgentDay(agent: string, day: string): string {
  return `${agent}-${day.replaceAll('-', '')}`;
}

/** The day of a moment by the centre's clock, and the one before it: a shift goes on over midnight. */
export function agentDaysAt(at: Temporal.Instant, timeZone: string): readonly [day: string, eve: string] {
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate();
  return [day.toString(), day.subtract({ days: 1 }).toString()];
}

/** States of one agent's day at most: more than one a minute is a telephone system caught in a loop. */
export const mostAgentStates = 2_000;

/** A time in one state; without `until` it goes on. Milliseconds since the epoch. */
export interface Stretch {
  readonly state: AgentState;
  readonly reason?: string;
  readonly since: number;
  readonly until?: number;
}

/** A day as it went, whatever the order in which it was told: a state lasts until the next one began. */
export function stretchesOf({ states }: Pick<NonNullable<AgentDay>, 'states'>): readonly Stretch[] {
  const sorted = states.toSorted((one, other) => (one.occurredAt < other.occurredAt ? -1 : 1));
  const begun = sorted.filter((one, place) => !isSame(one, sorted[place - 1]));
  return begun.map(({ state, reason, occurredAt }, place): Stretch => {
    const next = begun[place + 1];
    const until = next === undefined ? {} : { until: millisecondsOf(next.occurredAt) };
    return { state, ...(reason === undefined ? {} : { reason }), since: millisecondsOf(occurredAt), ...until };
  });
}

/** Told again while in it: nothing began. */
function isSame({ state, reason }: ToldAgentState, before: ToldAgentState | undefined): boolean {
  return before !== undefined && before.state === state && before.reason === reason;
}

/** The state that the agent is in; told last is not always happened last. */
export function lastStateOf({ states }: Pick<NonNullable<AgentDay>, 'states'>): ToldAgentState | undefined {
  return states.reduce<ToldAgentState | undefined>(
    (last, one) => (last === undefined || one.occurredAt >= last.occurredAt ? one : last),
    undefined,
  );
}
