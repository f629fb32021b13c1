import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';
import type { ScriptAnswers } from '../script/script.js';

/** From where somebody came onto a call list. */
export const callSources = ['customers', 'table', 'tickets'] as const;
export type CallSource = (typeof callSources)[number];

export const attemptOutcomes = ['reached', 'no-answer', 'busy', 'wrong-number', 'refused', 'call-later'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** What an attempt ends the call with; of `unreachable`: nobody was there as often as the campaign's rule says. */
export const callEnds = ['answered', 'refused', 'wrong-number', 'unreachable', 'barred'] as const;
export type CallEnd = (typeof callEnds)[number];

/**
 * Every event of one call of a campaign by wire name. Stream `listed-call.{id}`, whose id derives from campaign and customer: nobody stands in a list
 * twice. It holds no number and no name: these are the customer's, and are asked for when somebody calls. What is said is sealed with the customer's key.
 */
export interface ListedCallEvents {
  CallListed: {
    readonly person: string;
    readonly campaign: string;
    readonly customer: string;
    readonly source: CallSource;
    /** The ticket behind a report for which they are called. */
    readonly ticket?: string;
    readonly note?: Personal<string>;
  };
  /** An agent has it before them, at most until then (RFC 3339, UTC). */
  CallTaken: { readonly until: string };
  CallGivenBack: Record<never, never>;
  CallAttempted: {
    readonly person: string;
    readonly outcome: AttemptOutcome;
    readonly note?: Personal<string>;
    /** When the next attempt may be made, by the rule of the day; with `call-later` the time that was agreed. */
    readonly nextAt?: string;
    /** There is no next one. */
    readonly ends?: CallEnd;
  };
  /** By the campaign's version of the script. `said`: words and dates, which are the person's own. */
  CallAnswered: {
    readonly person: string;
    readonly answers: ScriptAnswers;
    readonly said: Personal<Readonly<Record<string, string>>>;
  };
  /** "Do not call me again": told to the customer base. */
  NoFurtherCallsAsked: { readonly customer: string };
  /** They may not be called (any more): found when somebody was about to. */
  CallBarred: { readonly why: string };
}

export type ListedCallEventType = keyof ListedCallEvents;
export type ListedCallEvent = EventOf<ListedCallEvents>;

export const listedCallEventDefinitions: readonly EventDefinition[] = definitionsOf<ListedCallEventType>({
  CallListed: ['note'],
  CallTaken: undefined,
  CallGivenBack: undefined,
  CallAttempted: ['note'],
  CallAnswered: ['said'],
  NoFurtherCallsAsked: undefined,
  CallBarred: undefined,
});
