import {
  AcceptCorrection,
  DeclineCorrection,
  DraftArticle,
  OpenProblem,
  problemCalls,
  proposalCalls,
  ProposeCorrection,
  RaiseProposal,
  WithReason,
} from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** What is known and what is to become better: articles, problems, proposals. */
export const knowledgeCalls: readonly Call[] = [
  {
    method: 'get',
    path: '/knowledge',
    summary: 'Articles, found by words or listed',
    query: ['q', 'item', 'department', 'public', 'market', 'state', 'expiringBefore', 'limit', 'cursor'],
  },
  { method: 'post', path: '/knowledge', summary: 'Draft an article or another version', body: DraftArticle, status: 201 },
  { method: 'get', path: '/knowledge/{id}', summary: 'One article' },
  { method: 'post', path: '/knowledge/{id}/submit', summary: 'Submit a draft' },
  { method: 'post', path: '/knowledge/{id}/approve', summary: 'Publish it' },
  { method: 'post', path: '/knowledge/{id}/reject', summary: 'Reject it', body: WithReason },
  { method: 'post', path: '/knowledge/{id}/withdraw', summary: 'Nobody may rely on it any more', body: WithReason },
  { method: 'post', path: '/knowledge/{id}/propose-correction', summary: 'Say what is wrong', body: ProposeCorrection },
  { method: 'post', path: '/knowledge/{id}/accept-correction', summary: 'Take it up', body: AcceptCorrection },
  { method: 'post', path: '/knowledge/{id}/decline-correction', summary: 'Not', body: DeclineCorrection },
  {
    method: 'get',
    path: '/proposals',
    summary: 'Improvement proposals: by date, searched, or of one ticket',
    query: ['status', 'open', 'overdue', 'department', 'mine', 'toTell', 'item', 'ticket', 'id', 'q', 'limit', 'cursor'],
  },
  { method: 'post', path: '/proposals', summary: 'Raise a proposal', body: RaiseProposal, status: 201 },
  { method: 'get', path: '/proposals/{id}', summary: 'One proposal, and how it came to that' },
  {
    method: 'get',
    path: '/proposals/{id}/callers',
    summary: 'Who asked for it, and who is still to be told',
    query: ['telling', 'limit', 'cursor'],
  },
  { method: 'get', path: '/proposals/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  ...Object.entries(proposalCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/proposals/{id}/${step}`,
    summary,
    body,
  })),
  {
    method: 'get',
    path: '/problems',
    summary: 'Causes of repeated faults: listed, searched, of one ticket, or those that a ticket would fit',
    query: ['status', 'resolved', 'department', 'ticket', 'fitsItem', 'fitsProduct', 'fitsKind', 'q', 'limit', 'cursor'],
  },
  { method: 'post', path: '/problems', summary: 'Open a problem', body: OpenProblem, status: 201 },
  { method: 'get', path: '/problems/{id}', summary: 'One problem, what helps, and how it came to that' },
  {
    method: 'get',
    path: '/problems/{id}/tickets',
    summary: 'What comes of it, and what of that is open',
    query: ['open', 'limit', 'cursor'],
  },
  { method: 'get', path: '/problems/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  ...Object.entries(problemCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/problems/{id}/${step}`,
    summary,
    body,
  })),
];
