import {
  callTermsOf,
  mostCallStates,
  queueOf,
  standingOf,
  statesOf,
  toldTime,
  type Call,
  type CallEvent,
  type CallState,
  type TelephonyTerms,
  type ToldCallState,
} from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';
import type { NamedAgent } from '../agent-named.js';

/** A state with what it names looked up; the id is a digest of the telephone system's. */
export interface LookedUpState {
  readonly id: string;
  readonly state: CallState;
  readonly at: string;
  readonly queue?: string;
  readonly agent?: NamedAgent;
}

export interface ToldStates {
  readonly states: readonly LookedUpState[];
  readonly ofRecord?: true;
}

/** R12: what is told of a call counts by its own times, once, in whatever order it comes and however late. */
export function tellCallStates(termsAt: (at: string) => TelephonyTerms, site: string): Decide<ToldStates, Call, CallEvent> {
  return ({ states, ofRecord }, call, { at }) => {
    if (ofRecord && (call.told.length > 0 || call.ofRecord.length > 0)) return rejected('call-states-already-told');
    const known = new Map(call.told.map((one) => [one.id, one]));
    const fresh: ToldCallState[] = [];
    for (const state of states) {
      const told = toldState(state, { at, termsAt, site });
      if ('rejection' in told) return told;
      const before = known.get(told.id);
      if (before !== undefined && !isSame(before, told)) return rejected('call-state-told-otherwise', { state: before.state });
      if (before === undefined) fresh.push(told);
      known.set(told.id, told);
    }
    if (fresh.length === 0) return rejected('call-states-already-told');
    if (known.size > mostCallStates) return rejected('too-many-call-states', { most: mostCallStates });
    const after = ofRecord ? { ...call, ofRecord: fresh } : { ...call, told: [...call.told, ...fresh] };
    const now = standingOf(statesOf(after));
    return [{ type: 'CallStatesTold', data: { states: fresh, ...(ofRecord ? { ofRecord } : {}), now } }];
  };
}

interface Telling {
  readonly at: string;
  readonly termsAt: (at: string) => TelephonyTerms;
  readonly site: string;
}

function toldState(
  { id, state, at: occurred, queue, agent }: LookedUpState,
  { at, termsAt, site }: Telling,
): ToldCallState | Rejection {
  const terms = termsAt(occurred);
  const when = toldTime(occurred, at, terms.rule.lateAfter * 1_000);
  if ('rejection' in when) return when;
  const told = { id, state, ...when };
  if (state === 'answered') return { ...told, ...agent };
  if (state !== 'queued') return told;
  const waitsIn = queueOf(terms, queue);
  if (waitsIn === undefined) return rejected('unknown-queue', { queue: queue ?? null });
  return { ...told, queue: waitsIn.code, site: waitsIn.site ?? site, terms: callTermsOf(terms) };
}

function isSame(one: ToldCallState, other: ToldCallState): boolean {
  return (['state', 'occurredAt', 'queue', 'agent'] as const).every((name) => one[name] === other[name]);
}
