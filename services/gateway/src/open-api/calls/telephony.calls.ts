import { callSteps, TellAgentState, TellCallStates } from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** Running the centre by telephone: calls as they pass through, agents as they are. */
export const telephonyCalls: readonly Call[] = [
  {
    method: 'post',
    path: '/call-states',
    summary: 'Tell how a call passes through the telephone system; late, twice and out of order is put right',
    body: TellCallStates,
    status: 201,
  },
  {
    method: 'post',
    path: '/agent-states',
    summary: 'Tell what an agent does, oneself or another',
    body: TellAgentState,
    status: 201,
  },
  {
    method: 'get',
    path: '/agent-states',
    summary: 'Who is in which state since when, of those one may see',
    query: ['mine', 'site', 'limit', 'cursor'],
  },
  { method: 'get', path: '/calls', summary: 'Calls that one speaks on, and those that colleagues offer' },
  {
    method: 'get',
    path: '/calls/{id}/transfer-targets',
    summary: 'Agents who could take this call now; for whoever speaks on it',
  },
  ...Object.entries(callSteps).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/calls/{id}/${step}`,
    summary,
    body,
  })),
  {
    method: 'get',
    path: '/wallboard',
    summary: 'Calls that wait, agents by state, and the day so far by queue; to be asked every few seconds',
    query: ['site'],
  },
];
