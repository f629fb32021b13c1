import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import type { ProblemEvent, ProblemMatter } from './problem-events.js';

/** `known-error`: the cause is known, and what helps until it is gone. */
export const problemStatuses = ['open', 'known-error', 'resolved'] as const;
export type ProblemStatus = (typeof problemStatuses)[number];

/** What helps meanwhile (变通办法), in the version that is in force. */
export interface Workaround {
  readonly version: number;
  readonly cause: Personal<string>;
  readonly text: Personal<string>;
  readonly at: string;
  readonly by: string;
}

export interface LinkedTicket {
  readonly ticket: string;
  readonly confidential?: true;
  readonly linkedAt: string;
  readonly linkedBy: string;
}

/** A problem (问题): the cause behind faults that come again and again, as its events give it. Times are RFC 3339, UTC. */
export interface ProblemRecord extends ProblemMatter {
  readonly person: string;
  readonly title: Personal<string>;
  readonly text: Personal<string>;
  readonly department: string;
  readonly confidential?: true;
  readonly status: ProblemStatus;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly updatedAt: string;
  /** In the order in which they were linked. */
  readonly tickets: readonly LinkedTicket[];
  /** Workarounds declared so far, those that were withdrawn too. */
  readonly declared: number;
  readonly workaround?: Workaround;
  readonly resolved?: { readonly fix: Personal<string>; readonly at: string; readonly by: string };
}
export type MaybeProblemRecord = ProblemRecord | undefined;

type RecordedProblemEvent = ProblemEvent & Pick<RecordedEvent, 'meta'>;

export const problemRecordFold: Fold<MaybeProblemRecord> = {
  initial: undefined,
  looksInside: ['ProblemOpened', 'ProblemDescribed', 'KnownErrorDeclared', 'ProblemResolved'],
  evolve: (problem, recorded) => evolveProblem(problem, recorded as unknown as RecordedProblemEvent),
};

function evolveProblem(before: MaybeProblemRecord, event: RecordedProblemEvent): MaybeProblemRecord {
  const { at } = event.meta;
  if (event.type === 'ProblemOpened') {
    const by = powerOf(event.meta);
    return { ...event.data, status: 'open', openedAt: at, openedBy: by, updatedAt: at, tickets: [], declared: 0 };
  }
  return before && { ...changed(before, event), updatedAt: at };
}

function changed(
  problem: ProblemRecord,
  event: Exclude<RecordedProblemEvent, { readonly type: 'ProblemOpened' }>,
): ProblemRecord {
  const { at } = event.meta;
  const by = powerOf(event.meta);
  switch (event.type) {
    case 'ProblemDescribed': {
      const { reason: _reason, ...described } = event.data;
      const { product: _product, kind: _kind, ...rest } = problem;
      return { ...rest, ...described };
    }
    case 'ProblemTicketLinked':
      return { ...problem, tickets: [...problem.tickets, { ...event.data, linkedAt: at, linkedBy: by }] };
    case 'ProblemTicketUnlinked':
      return { ...problem, tickets: problem.tickets.filter(({ ticket }) => ticket !== event.data.ticket) };
    case 'KnownErrorDeclared': {
      const { version, cause, workaround } = event.data;
      return { ...problem, status: 'known-error', declared: version, workaround: { version, cause, text: workaround, at, by } };
    }
    case 'WorkaroundWithdrawn': {
      const { workaround: _before, ...rest } = problem;
      return { ...rest, status: 'open' };
    }
    case 'ProblemResolved':
      return { ...problem, status: 'resolved', resolved: { fix: event.data.fix, at, by } };
    case 'ProblemReopened': {
      const { resolved: _before, ...rest } = problem;
      return { ...rest, status: rest.workaround === undefined ? 'open' : 'known-error' };
    }
    default:
      return noRuleFor(event);
  }
}
