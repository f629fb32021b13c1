import { expect, test } from '@jest/globals';
import type { Recorded } from '@ledgerline/kernel';
import { agentDays, type ListedAgentDay } from './agent-days.projection.js';

const of = { agent: 'zhang', day: '2026-03-02', site: 'north' };
const told = (state: string, hour: string, more: object = {}) =>
  ({
    stream: 'agent-state.zhang-20260302',
    type: 'AgentStateTold',
    data: { ...of, id: state, state, occurredAt: `2026-03-02T${hour}:00:00.000Z`, ...more },
  }) as unknown as Recorded;

test('of a day the list keeps what the agent is in, however late the rest is told', () => {
  const carriedOver = { id: 'night', state: 'ready', occurredAt: '2026-03-01T20:00:00.000Z' };
  const events = [told('break', '08', { carriedOver }), told('off', '09'), told('after-call-work', '07')];
  const listed = events.reduce<ListedAgentDay | undefined>((day, event) => agentDays.apply(day, event, undefined), undefined);
  expect(listed).toEqual({
    ...of,
    id: 'zhang-20260302',
    states: [{ id: 'off', state: 'off', occurredAt: '2026-03-02T09:00:00.000Z' }],
  });
});
