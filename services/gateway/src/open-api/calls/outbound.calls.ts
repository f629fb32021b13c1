import {
  campaignCalls,
  ListCalls,
  listedCallCalls,
  OpenCampaign,
  OpenPursuit,
  pursuitCalls,
  pursuitPaths,
} from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** What the centre calls of itself (R9). */
export const outboundCalls: readonly Call[] = [
  {
    method: 'get',
    path: '/campaigns',
    summary: 'Campaigns, the newest first',
    query: ['status', 'purpose', 'q', 'limit', 'cursor'],
  },
  { method: 'post', path: '/campaigns', summary: 'Open a campaign', body: OpenCampaign, status: 201 },
  { method: 'get', path: '/campaigns/{id}', summary: 'One campaign with its script, and how far it is' },
  { method: 'get', path: '/campaigns/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  { method: 'get', path: '/campaigns/{id}/results', summary: 'By agent, and what was answered to each question' },
  {
    method: 'get',
    path: '/campaigns/{id}/results.csv',
    summary: 'Every call and its answers, marked and on record',
    download: true,
  },
  { method: 'get', path: '/campaigns/{id}/calls', summary: 'Whom it calls', query: ['status', 'limit', 'cursor'] },
  {
    method: 'post',
    path: '/campaigns/{id}/calls',
    summary: 'Put customers, callers of tickets, or a table of numbers onto its list',
    body: ListCalls,
    csv: true,
  },
  { method: 'post', path: '/campaigns/{id}/next-call', summary: 'Take the next call that is due' },
  { method: 'get', path: '/campaigns/{id}/calls/{call}', summary: 'One call; the number to whoever has it before them' },
  ...Object.entries(listedCallCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/campaigns/{id}/calls/{call}/${step}`,
    summary,
    body,
  })),
  ...Object.entries(campaignCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/campaigns/{id}/${step}`,
    summary,
    body,
  })),
  ...Object.keys(pursuitPaths).flatMap(callsOfPursuits),
];

function callsOfPursuits(path: string): readonly Call[] {
  const query = ['stage', 'open', 'overdue', 'mine', 'owner', 'department', 'customer', 'q', 'limit', 'cursor'];
  return [
    { method: 'get', path: `/${path}`, summary: 'By owner, stage or date', query },
    { method: 'post', path: `/${path}`, summary: 'Of a ticket, a call, or by hand', body: OpenPursuit, status: 201 },
    { method: 'get', path: `/${path}/{id}`, summary: 'One of them, and how it came to that' },
    { method: 'get', path: `/${path}/{id}/commands`, summary: 'What one can do with it now, and why not the rest' },
    ...Object.entries(pursuitCalls).map(([step, { body, summary }]): Call => ({
      method: 'post',
      path: `/${path}/{id}/${step}`,
      summary,
      body,
    })),
  ];
}
