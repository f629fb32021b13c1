import type { EventDefinition, EventOf } from '@ledgerline/kernel';
import type { AgentState } from './telephony-words.js';
import type { ToldTime } from './told-time.js';

/** A state as it began; `reason` is a code of the rule's breaks. */
export interface ToldAgentState extends ToldTime {
  /** Of the state, unique within the agent's day: told twice it is the same. */
  readonly id: string;
  readonly state: AgentState;
  readonly reason?: string;
}

/** A day of an agent (R12). Staff data: who may see it is a matter of authority; nothing of a caller stands in it. */
export interface AgentDayEvents {
  AgentStateTold: ToldAgentState & {
    readonly agent: string;
    /** The day in the centre's time zone, `YYYY-MM-DD`. */
    readonly day: string;
    readonly team?: string;
    readonly site: string;
    /** Of the first one of a day: what they were in when it began, over midnight. */
    readonly carriedOver?: ToldAgentState;
  };
}
export type AgentDayEvent = EventOf<AgentDayEvents>;

export const agentDayEventDefinitions: readonly EventDefinition[] = [{ type: 'AgentStateTold', schema: 1 }];
