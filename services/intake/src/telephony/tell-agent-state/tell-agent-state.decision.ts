import type { TellAgentState } from '@ledgerline/contracts';
import {
  lastStateOf,
  mostAgentStates,
  toldTime,
  type AgentDay,
  type AgentDayEvent,
  type AgentState,
  type TelephonyTerms,
  type ToldAgentState,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import type { NamedAgent } from '../agent-named.js';

/** What is found out before an agent's state is told. */
export interface AgentDayFacts {
  readonly id: string;
  readonly day: string;
  readonly who: NamedAgent;
  readonly terms: TelephonyTerms;
  /** What they were in when the day before ended. */
  readonly before?: ToldAgentState;
}

/** R12: who is in which state since when. It counts by its own time; who is in it already does not begin it anew. */
export function tellAgentState({ id, day, who, terms, before }: AgentDayFacts): Decide<TellAgentState, AgentDay, AgentDayEvent> {
  return ({ state, reason, at: occurred }, known, { at: now }) => {
    const refusal = refusalOfReason(state, reason, terms);
    if (refusal !== undefined) return refusal;
    const when = toldTime(occurred ?? now, now, terms.rule.lateAfter * 1_000);
    if ('rejection' in when) return when;
    const told: ToldAgentState = { id, state, ...when, ...(reason === undefined ? {} : { reason }) };
    if (known?.states.some((one) => one.id === id)) return rejected('agent-state-already-told');
    const last = known === undefined ? before : lastStateOf(known);
    if (last?.state === state && last.reason === reason && told.occurredAt >= last.occurredAt)
      return rejected('already-in-this-state', { state, since: last.occurredAt });
    if ((known?.states.length ?? 0) >= mostAgentStates) return rejected('too-many-agent-states', { most: mostAgentStates });
    const { agent, team, agentSite: site } = who;
    const carriedOver = known === undefined && before !== undefined && before.state !== 'off' ? { carriedOver: before } : {};
    return [
      { type: 'AgentStateTold', data: { ...told, agent, day, site, ...(team === undefined ? {} : { team }), ...carriedOver } },
    ];
  };
}

function refusalOfReason(state: AgentState, reason: string | undefined, { rule }: TelephonyTerms) {
  if (state !== 'break') return reason === undefined ? undefined : rejected('reason-of-a-break-only');
  const isKnown = rule.breaks.some(({ code }) => code === reason);
  return isKnown ? undefined : rejected('unknown-break-reason', { reason: reason ?? null });
}
