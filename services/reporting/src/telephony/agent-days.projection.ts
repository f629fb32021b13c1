import { agentDayFold, lastStateOf, type AgentDay, type ToldAgentState } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export type ListedAgentDay = NonNullable<AgentDay> & { readonly id: string };

/** A day of an agent each, of its states the last alone: who is in which state now stands in those of today. */
export const agentDaysCollection: CollectionDefinition<ListedAgentDay> = {
  name: 'agent-days',
  version: 1,
  fields: { scope: 'string', agent: 'string', day: 'string', site: 'string' },
  indexes: [
    ['scope', 'day'],
    ['scope', 'site', 'day'],
    ['scope', 'agent', 'day'],
  ],
  rows: ({ agent, day, site }) => [{ scope: 'agent-day', agent, day, site }],
  personal: [],
};

export const agentDays: Projection<ListedAgentDay> = {
  collection: agentDaysCollection,
  categories: ['agent-state'],
  keys: ({ stream }) => [idOf(stream)],
  apply(listed, recorded) {
    const day = agentDayFold.evolve(listed, recorded);
    return day && { ...day, states: [lastStateOf(day) as ToldAgentState], id: idOf(recorded.stream) };
  },
};
