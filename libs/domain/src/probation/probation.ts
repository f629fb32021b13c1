import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { handsOf, powerOf, type Hands } from '../authority/hands.js';
import type { ProbationEvent, ProbationEvents, UnmetCondition } from './probation-events.js';

export const probationStatuses = ['on-probation', 'regular', 'ended', 'annulled'] as const;
export type ProbationStatus = (typeof probationStatuses)[number];

export type RequestKind = 'early-confirmation' | 'extension' | 'ending';
export type RequestState = 'open' | 'approved' | 'refused' | 'withdrawn' | 'lapsed';

/** Something about a probation that another has to approve. */
export interface ProbationRequest {
  readonly request: number;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly at: string;
  readonly hands: Hands;
  readonly reason: Personal<string>;
  /** Of an early confirmation: regular from this day. */
  readonly on?: string;
  /** Of an extension. */
  readonly lastDay?: string;
  readonly unmet?: Personal<readonly UnmetCondition[]>;
  readonly unionToldOn?: string;
  readonly decided?: Hands & { readonly at: string; readonly reason?: Personal<string> };
}

/** Somebody's probation (试用期) as its events give it. Dates are `YYYY-MM-DD` in its time zone, times RFC 3339, UTC. */
export interface Probation extends Omit<ProbationEvents['ProbationBegun'], never> {
  readonly status: ProbationStatus;
  readonly begunAt: string;
  readonly begunBy: string;
  readonly updatedAt: string;
  readonly requests: readonly ProbationRequest[];
  readonly conditions?: Omit<ProbationEvents['EmploymentConditionsTold'], 'person'>;
  readonly regular?: ProbationEvents['EmployeeBecameRegular'];
  readonly ending?: Omit<ProbationEvents['EmploymentEnded'], 'person'>;
  /** Steps that somebody was told of: how many days before which last day. */
  readonly reminded: readonly { readonly lastDay: string; readonly days: number }[];
}
export type MaybeProbation = Probation | undefined;

type RecordedProbationEvent = ProbationEvent & Pick<RecordedEvent, 'meta'>;

export const probationFold: Fold<MaybeProbation> = {
  initial: undefined,
  evolve: (probation, recorded) => evolveProbation(probation, recorded as unknown as RecordedProbationEvent),
};

function evolveProbation(before: MaybeProbation, event: RecordedProbationEvent): MaybeProbation {
  const { at } = event.meta;
  if (event.type === 'ProbationBegun') {
    // One that was annulled may begin anew in the same stream: of it nothing counts any more.
    const by = powerOf(event.meta);
    return { ...event.data, status: 'on-probation', begunAt: at, begunBy: by, updatedAt: at, requests: [], reminded: [] };
  }
  return before && { ...changed(before, event), updatedAt: at };
}

function changed(probation: Probation, event: Exclude<RecordedProbationEvent, { readonly type: 'ProbationBegun' }>): Probation {
  switch (event.type) {
    case 'ProbationAnnulled':
      return { ...withLapsed(probation), status: 'annulled' };
    case 'EmploymentConditionsTold': {
      const { person: _person, ...conditions } = event.data;
      return { ...probation, conditions };
    }
    case 'EarlyConfirmationRequested':
      return withRequest(probation, 'early-confirmation', event);
    case 'ProbationExtensionRequested':
      return withRequest(probation, 'extension', event);
    case 'ProbationEndingRequested':
      return withRequest(probation, 'ending', event);
    case 'ProbationRequestRefused':
      return withDecision(probation, 'refused', event);
    case 'ProbationRequestWithdrawn':
      return withDecision(probation, 'withdrawn', event);
    case 'ProbationExtended':
      return { ...withDecision(probation, 'approved', event), lastDay: event.data.lastDay };
    case 'ProbationEndingApproved':
      return withDecision(probation, 'approved', event);
    case 'EmployeeBecameRegular': {
      const { request } = event.data;
      const decided = request === undefined ? probation : withDecision(probation, 'approved', { ...event, data: { request } });
      return { ...withLapsed(decided), status: 'regular', regular: event.data };
    }
    case 'EmploymentEnded': {
      const { person: _person, ...ending } = event.data;
      return { ...withLapsed(probation), status: 'ended', ending };
    }
    case 'ProbationReminded': {
      const { lastDay, days } = event.data;
      return { ...probation, reminded: [...probation.reminded, { lastDay, days }] };
    }
    default:
      return noRuleFor(event);
  }
}

type Requested = Pick<RecordedEvent, 'meta'> & { readonly data: Pick<ProbationRequest, 'request' | 'reason'> & object };

function withRequest(probation: Probation, kind: RequestKind, { data, meta }: Requested): Probation {
  const { person: _person, ...asked } = data as typeof data & { readonly person?: string };
  const request: ProbationRequest = { ...asked, kind, state: 'open', at: meta.at, hands: handsOf(meta) };
  return { ...probation, requests: [...probation.requests, request] };
}

type Decided = Pick<RecordedEvent, 'meta'> & { readonly data: { readonly request: number; readonly reason?: Personal<string> } };

function withDecision(probation: Probation, state: RequestState, { data, meta }: Decided): Probation {
  const { request, reason } = data;
  const decided = { ...handsOf(meta), at: meta.at, ...(reason === undefined ? {} : { reason }) };
  const requests = probation.requests.map((one) => (one.request === request ? { ...one, state, decided } : one));
  return { ...probation, requests };
}

/** What nobody has decided is not decided any more. */
function withLapsed(probation: Probation): Probation {
  const requests = probation.requests.map((one) => (one.state === 'open' ? { ...one, state: 'lapsed' as const } : one));
  return { ...probation, requests };
}
