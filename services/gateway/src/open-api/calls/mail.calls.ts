import { mailSteps, WithReason } from '@ledgerline/contracts';
import { mailListParameters } from '../../ticket-query.js';
import type { Call } from '../call.js';

/** Mail as a way in: how it goes with the mailboxes, and what a person has to look at. */
export const mailCalls: readonly Call[] = [
  {
    method: 'get',
    path: '/mailboxes',
    summary: 'Mailboxes that are read: looked at when, what waits, what is set aside',
    query: ['limit', 'cursor'],
  },
  { method: 'get', path: '/mails', summary: 'Mails that came, the latest first', query: mailListParameters },
  { method: 'get', path: '/mails/{id}', summary: 'What became of one' },
  {
    method: 'post',
    path: '/mails/{id}/open',
    summary: 'The bytes of one that no ticket came of, with a reason, on record',
    body: WithReason,
    download: true,
  },
  ...Object.entries(mailSteps).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/mails/{id}/${step}`,
    summary,
    body,
  })),
];
