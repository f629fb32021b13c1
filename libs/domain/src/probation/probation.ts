import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { handsOf, powerOf, type Hands } from '../authority/hands.js';
import type { AboutLeave, LeaveDays, ProbationEvent, ProbationEvents, UnmetCondition } from './probation-events.js';

export const probationStatuses = ['on-probation', 'regular', 'ended', 'annulled'] as const;
export type ProbationStatus = (typeof probationStatuses)[number];

export type RequestKind = 'early-confirmation' | 'extension' | 'ending' | 'more-leave';
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
  /** Of more leave. */
  readonly dates?: readonly string[];
  readonly half?: boolean;
  readonly about?: Personal<AboutLeave>;
  readonly decided?: Hands & { readonly at: string; readonly reason?: Personal<string> };
}

export interface GrantedLeave extends LeaveDays {
  readonly leave: number;
  readonly about: Personal<AboutLeave>;
  readonly withdrawn?: true;
}

type Begun = ProbationEvents['ProbationBegun'];
type Told<Type extends keyof ProbationEvents> = Omit<ProbationEvents[Type], 'person'>;

/** Somebody's probation (试用期) as its events give it. Dates are `YYYY-MM-DD` in its time zone, times RFC 3339, UTC. */
export interface Probation extends Begun {
  readonly status: ProbationStatus;
  readonly begunAt: string;
  readonly begunBy: string;
  readonly updatedAt: string;
  readonly requests: readonly ProbationRequest[];
  readonly conditions?: Told<'EmploymentConditionsTold'>;
  readonly regular?: ProbationEvents['EmployeeBecameRegular'];
  readonly ending?: Told<'EmploymentEnded'>;
  /** In the order of their days. */
  readonly payChanges: readonly Told<'ProbationPayChanged'>[];
  readonly bonuses: readonly Told<'FestivalBonusSet'>[];
  readonly leaves: readonly GrantedLeave[];
  /** By document the newest look at it. */
  readonly documents: readonly (Pick<Told<'EntryDocumentSeen'>, 'document' | 'kept' | 'hospital'> &
    OnRecord & { readonly seen: true })[];
  readonly formalities: readonly (OnRecord & { readonly formality: string; readonly state: 'done' | 'not-needed' })[];
  readonly objectives?: ProbationEvents['ObjectivesSet']['objectives'];
  readonly mentor?: string;
  readonly reviews: readonly (Told<'ProbationReviewed'> & OnRecord)[];
  /** Steps that somebody was told of: how many days before which last day. */
  readonly reminded: readonly { readonly lastDay: string; readonly days: number }[];
}
interface OnRecord {
  readonly at: string;
  readonly by: string;
}
export type MaybeProbation = Probation | undefined;

type RecordedProbationEvent = ProbationEvent & Pick<RecordedEvent, 'meta'>;

export const probationFold: Fold<MaybeProbation> = {
  initial: undefined,
  evolve: (probation, recorded) => evolveProbation(probation, recorded as unknown as RecordedProbationEvent),
};

const nothingYet = {
  requests: [], reminded: [], payChanges: [], bonuses: [], leaves: [], documents: [], formalities: [], reviews: [],
} as const; // prettier-ignore

function evolveProbation(before: MaybeProbation, event: RecordedProbationEvent): MaybeProbation {
  const { at } = event.meta;
  if (event.type === 'ProbationBegun') {
    // One that was annulled may begin anew in the same stream: of it nothing counts any more.
    const by = powerOf(event.meta);
    return { ...event.data, status: 'on-probation', begunAt: at, begunBy: by, updatedAt: at, ...nothingYet };
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
    case 'ProbationPayChanged': {
      const { person: _person, ...change } = event.data;
      const { post = probation.post } = change;
      return { ...probation, post, payChanges: [...probation.payChanges, change] };
    }
    case 'FestivalBonusSet': {
      const { person: _person, ...bonus } = event.data;
      return { ...probation, bonuses: [...probation.bonuses, bonus] };
    }
    case 'LeaveGranted': {
      const { person: _person, request, ...leave } = event.data;
      const decided = request === undefined ? probation : withDecision(probation, 'approved', { ...event, data: { request } });
      return { ...decided, leaves: [...probation.leaves, leave] };
    }
    case 'LeaveWithdrawn': {
      const { leave } = event.data;
      const leaves = probation.leaves.map((one) => (one.leave === leave ? { ...one, withdrawn: true as const } : one));
      return { ...probation, leaves };
    }
    case 'MoreLeaveRequested':
      return withRequest(probation, 'more-leave', event);
    case 'EntryDocumentSeen': {
      const { person: _person, purpose: _purpose, ...seen } = event.data;
      const others = probation.documents.filter(({ document }) => document !== seen.document);
      return { ...probation, documents: [...others, { ...seen, seen: true, ...onRecord(event) }] };
    }
    case 'FormalityCompleted':
      return withFormality(probation, 'done', event);
    case 'FormalityNotNeeded':
      return withFormality(probation, 'not-needed', event);
    case 'ObjectivesSet':
      return { ...probation, objectives: event.data.objectives };
    case 'MentorNamed':
      return { ...probation, mentor: event.data.mentor };
    case 'ProbationReviewed': {
      const { person: _person, ...review } = event.data;
      return { ...probation, reviews: [...probation.reviews, { ...review, ...onRecord(event) }] };
    }
    case 'ProbationReminded': {
      const { lastDay, days } = event.data;
      return { ...probation, reminded: [...probation.reminded, { lastDay, days }] };
    }
    default:
      return noRuleFor(event);
  }
}

function onRecord({ meta }: Pick<RecordedEvent, 'meta'>): OnRecord {
  return { at: meta.at, by: meta.actor.id };
}

type Formal = Pick<RecordedEvent, 'meta'> & { readonly data: { readonly formality: string } };

function withFormality(probation: Probation, state: 'done' | 'not-needed', event: Formal): Probation {
  const one = { formality: event.data.formality, state, ...onRecord(event) };
  return { ...probation, formalities: [...probation.formalities, one] };
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
