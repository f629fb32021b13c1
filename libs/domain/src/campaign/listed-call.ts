import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import type { ScriptAnswers } from '../script/script.js';
import type { AttemptOutcome, CallEnd, ListedCallEvent, ListedCallEvents } from './listed-call-events.js';

/** Whose turn comes first: what was agreed, then who was not there, then who was not tried yet. */
export const callTurns = ['appointment', 'retry', 'new'] as const;
export type CallTurn = (typeof callTurns)[number];

/** What was noted of it stands in its event alone. */
export interface Attempt {
  readonly at: string;
  readonly by: string;
  readonly outcome: AttemptOutcome;
}

/** One call of a campaign: somebody to be called, and what came of it. Times are RFC 3339, UTC. */
export interface ListedCall extends Readonly<ListedCallEvents['CallListed']> {
  readonly listedAt: string;
  readonly status: 'waiting' | CallEnd;
  readonly turn: CallTurn;
  /** Not called before. */
  readonly dueAt: string;
  readonly taken?: { readonly by: string; readonly until: string };
  readonly attempts: readonly Attempt[];
  readonly answers?: ScriptAnswers;
  readonly said?: Personal<Readonly<Record<string, string>>>;
  readonly barredFor?: string;
}
export type MaybeListedCall = ListedCall | undefined;

type RecordedCallEvent = ListedCallEvent & Pick<RecordedEvent, 'meta'>;

export const listedCallFold: Fold<MaybeListedCall> = {
  initial: undefined,
  looksInside: ['CallListed', 'CallAnswered'],
  evolve(before, recorded) {
    const event = recorded as unknown as RecordedCallEvent;
    const { at } = event.meta;
    if (event.type === 'CallListed')
      return { ...event.data, listedAt: at, status: 'waiting', turn: 'new', dueAt: at, attempts: [] };
    return before && changed(before, event);
  },
};

function changed(call: ListedCall, event: Exclude<RecordedCallEvent, { readonly type: 'CallListed' }>): ListedCall {
  const { meta } = event;
  switch (event.type) {
    case 'CallTaken':
      return { ...call, taken: { by: powerOf(meta), until: event.data.until } };
    case 'CallGivenBack':
      return givenBack(call);
    case 'CallAttempted':
      return attempted(givenBack(call), event.data, { at: meta.at, by: powerOf(meta) });
    case 'CallAnswered':
      return { ...call, answers: event.data.answers, said: event.data.said };
    case 'NoFurtherCallsAsked':
      return call;
    case 'CallBarred':
      return { ...givenBack(call), status: 'barred', barredFor: event.data.why };
    default:
      return noRuleFor(event);
  }
}

function attempted(
  call: ListedCall,
  { outcome, nextAt, ends }: ListedCallEvents['CallAttempted'],
  hands: Pick<Attempt, 'at' | 'by'>,
): ListedCall {
  const turn = outcome === 'call-later' ? 'appointment' : 'retry';
  return {
    ...call,
    attempts: [...call.attempts, { ...hands, outcome }],
    status: ends ?? 'waiting',
    turn,
    dueAt: nextAt ?? hands.at,
  };
}

function givenBack({ taken: _taken, ...call }: ListedCall): ListedCall {
  return call;
}
