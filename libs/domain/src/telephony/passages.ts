import { millisecondsOf } from '@ledgerline/kernel';
import type { StandingCall, ToldCallState } from './call-events.js';
import type { CallTerms } from './telephony-rule.js';
import { callStates } from './telephony-words.js';

/** A call's way through one queue, or to one agent without any: a call that is passed on has several. */
export interface Passage {
  readonly queue?: string;
  readonly site?: string;
  readonly terms?: CallTerms;
  readonly queuedAt?: string;
  readonly answeredAt?: string;
  readonly abandonedAt?: string;
  /** It left the queue for another one, unanswered. */
  readonly leftAt?: string;
  readonly agent?: string;
  readonly team?: string;
  readonly agentSite?: string;
  readonly heldMilliseconds: number;
  readonly heldSince?: string;
  readonly endedAt?: string;
  readonly wrappedUpAt?: string;
}

/** What became of a call, whatever the order in which its states were told: they count by their own times. */
export function passagesOf(states: readonly ToldCallState[]): readonly Passage[] {
  return states.toSorted(inOrder).reduce(withState, []);
}

function withState(passages: readonly Passage[], told: ToldCallState): readonly Passage[] {
  const before = passages.slice(0, -1);
  const last = passages.at(-1);
  const at = told.occurredAt;
  switch (told.state) {
    case 'queued':
      return [...closed(passages, at), queued(told)];
    case 'answered':
      return last !== undefined && isWaiting(last)
        ? [...before, { ...last, answeredAt: at, ...byWhom(told) }]
        : [...closed(passages, at), { heldMilliseconds: 0, answeredAt: at, ...byWhom(told) }];
    case 'held':
      return last && isTalking(last) && last.heldSince === undefined ? [...before, { ...last, heldSince: at }] : passages;
    case 'retrieved':
      return last ? [...before, withoutHold(last, at)] : passages;
    case 'abandoned':
    case 'ended':
      return last && (isWaiting(last) || isTalking(last)) ? [...before, over(last, at)] : passages;
    case 'wrapped-up':
      return wrappedUp(passages, at);
  }
}

/** Where the call is after all of it. @param states at least one */
export function standingOf(states: readonly ToldCallState[]): StandingCall {
  const last = passagesOf(states).at(-1);
  if (last === undefined) return { standing: 'over', since: latestOf(states) };
  const { queue, site, agent, answeredAt, queuedAt, heldSince, endedAt, abandonedAt } = last;
  const where = { ...given({ queue }), ...given({ site: site ?? last.agentSite }), ...given({ agent }) };
  if (isWaiting(last)) return { standing: 'waiting', since: queuedAt as string, ...where };
  if (isTalking(last))
    return { standing: heldSince === undefined ? 'talking' : 'held', since: heldSince ?? (answeredAt as string), ...where };
  return { standing: 'over', since: endedAt ?? abandonedAt ?? latestOf(states), ...where };
}

function isWaiting({ queuedAt, answeredAt, abandonedAt, leftAt }: Passage): boolean {
  return queuedAt !== undefined && answeredAt === undefined && abandonedAt === undefined && leftAt === undefined;
}

function isTalking({ answeredAt, endedAt }: Passage): boolean {
  return answeredAt !== undefined && endedAt === undefined;
}

/** Passed on: with whoever had it, it is over; a queue that it waited in, it has left. */
function closed(passages: readonly Passage[], at: string): readonly Passage[] {
  const last = passages.at(-1);
  if (last === undefined) return passages;
  if (isTalking(last)) return [...passages.slice(0, -1), over(last, at)];
  return isWaiting(last) ? [...passages.slice(0, -1), { ...last, leftAt: at }] : passages;
}

/** Who passed it on writes it up while the caller waits again or speaks with the next one. A call whose end was not told had ended by then. */
function wrappedUp(passages: readonly Passage[], at: string): readonly Passage[] {
  const place = passages.findLastIndex(({ endedAt, wrappedUpAt }) => endedAt !== undefined && wrappedUpAt === undefined);
  if (place !== -1) return passages.with(place, { ...(passages[place] as Passage), wrappedUpAt: at });
  const last = passages.at(-1);
  return last && isTalking(last) ? passages.with(-1, { ...over(last, at), wrappedUpAt: at }) : passages;
}

/** Who hangs up unanswered has abandoned it, by whichever word that is told. */
function over(passage: Passage, at: string): Passage {
  return isWaiting(passage) ? { ...passage, abandonedAt: at } : { ...withoutHold(passage, at), endedAt: at };
}

function withoutHold({ heldSince, ...passage }: Passage, at: string): Passage {
  if (heldSince === undefined) return passage;
  return { ...passage, heldMilliseconds: passage.heldMilliseconds + millisecondsOf(at) - millisecondsOf(heldSince) };
}

function queued({ queue, site, terms, occurredAt }: ToldCallState): Passage {
  return { heldMilliseconds: 0, queuedAt: occurredAt, ...given({ queue }), ...given({ site }), ...given({ terms }) };
}

function byWhom({ agent, team, agentSite }: ToldCallState): Pick<Passage, 'agent' | 'team' | 'agentSite'> {
  return { ...given({ agent }), ...given({ team }), ...given({ agentSite }) };
}

function given<Member extends object>(member: Member): { [Name in keyof Member]?: Exclude<Member[Name], undefined> } {
  return Object.values(member).includes(undefined) ? {} : (member as never);
}

function inOrder(one: ToldCallState, other: ToldCallState): number {
  if (one.occurredAt !== other.occurredAt) return one.occurredAt < other.occurredAt ? -1 : 1;
  return callStates.indexOf(one.state) - callStates.indexOf(other.state);
}

function latestOf(states: readonly ToldCallState[]): string {
  return states
    .map(({ occurredAt }) => occurredAt)
    .toSorted()
    .at(-1) as string;
}
