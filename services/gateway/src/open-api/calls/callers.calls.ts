import {
  AcknowledgeSurge,
  contactCalls,
  customerCalls,
  RecordContact,
  RegisterCustomer,
  SaveSegment,
  segmentCalls,
  WithReason,
} from '@ledgerline/contracts';
import {
  contactListParameters,
  customerHistoryParameters,
  customerListParameters,
  surgeListParameters,
} from '../../ticket-query.js';
import type { Call } from '../call.js';

/** Who calls: contacts, customers and their restrictions, bursts. */
export const callersCalls: readonly Call[] = [
  { method: 'post', path: '/contacts', summary: 'Record a call or message', body: RecordContact, status: 201 },
  {
    method: 'get',
    path: '/contacts',
    summary: 'Recorded contacts, missed calls first',
    query: contactListParameters,
  },
  { method: 'get', path: '/contacts/{id}', summary: 'One contact with its clock' },
  ...Object.entries(contactCalls).map(([command, body]): Call => ({
    method: 'post',
    path: `/contacts/{id}/${command}`,
    summary: `Command ${command}`,
    body,
  })),
  { method: 'get', path: '/surges', summary: 'Many contacts on one thing', query: surgeListParameters },
  { method: 'post', path: '/surges/{id}/acknowledge', summary: 'Acknowledge a burst', body: AcknowledgeSurge },
  { method: 'get', path: '/customer-segments', summary: 'Saved filters over the customer base', query: ['limit', 'cursor'] },
  { method: 'post', path: '/customer-segments', summary: 'Save one', body: SaveSegment, status: 201 },
  { method: 'get', path: '/customer-segments/{id}', summary: 'One, with how many customers it has' },
  {
    method: 'get',
    path: '/customer-segments/{id}/export',
    summary: 'Its customers as CSV, marked and on record',
    download: true,
  },
  ...Object.entries(segmentCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/customer-segments/{id}/${step}`,
    summary,
    body,
  })),
  { method: 'post', path: '/customers', summary: 'Register a customer', body: RegisterCustomer, status: 201 },
  {
    method: 'get',
    path: '/customers',
    summary: 'Customers by number or address in any writing, or by words',
    query: customerListParameters,
  },
  { method: 'get', path: '/customers/{id}', summary: 'One customer' },
  { method: 'get', path: '/customers/{id}/profile', summary: 'What is kept of them' },
  { method: 'get', path: '/customers/{id}/alike', summary: 'Who may be the same, and why' },
  { method: 'get', path: '/customers/{id}/tickets', summary: 'Their tickets', query: ['status', 'open', 'limit', 'cursor'] },
  {
    method: 'get',
    path: '/customers/{id}/history',
    summary: 'Their last tickets and contacts',
    query: customerHistoryParameters,
  },
  ...Object.entries(customerCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/customers/{id}/${step}`,
    summary,
    body,
  })),
  { method: 'post', path: '/identities/{id}/unlink', summary: 'No longer', body: WithReason },
];
