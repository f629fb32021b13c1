import { TellAgentState, TellCallStates } from '@ledgerline/contracts';
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
  {
    method: 'get',
    path: '/wallboard',
    summary: 'Calls that wait, agents by state, and the day so far by queue; to be asked every few seconds',
    query: ['site'],
  },
];
