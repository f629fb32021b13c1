import { ConfirmErasure, LegalHold, OrderErasure, RefuseErasure } from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** Who did and looked at what, proofs, erasure, exports. */
export const auditCalls: readonly Call[] = [
  {
    method: 'get',
    path: '/audit/sign-ins',
    summary: 'Who signed in, was refused, or ended a session',
    query: ['account', 'limit', 'cursor'],
  },
  {
    method: 'get',
    path: '/audit/permission-changes',
    summary: 'What was changed of rights, and by whom',
    query: ['account', 'limit', 'cursor'],
  },
  {
    method: 'get',
    path: '/audit/exports',
    summary: 'What was taken out of the house, by whom, and up to where',
    query: ['account', 'limit', 'cursor'],
  },
  {
    method: 'get',
    path: '/audit/self-approvals',
    summary: 'Versions that were approved by whoever drafted them',
    query: ['limit', 'cursor'],
  },
  {
    method: 'get',
    path: '/exports/{format}',
    summary: 'A download for auditors, marked with who took it: log, xes, ocel, ocel-sqlite, csv, parquet',
    query: ['log', 'after', 'batch'],
    download: true,
    headers: ['Ledgerline-Position'],
  },
  { method: 'post', path: '/erasures', summary: 'Erase a customer, or the person of a ticket', body: OrderErasure, status: 202 },
  {
    method: 'get',
    path: '/erasures',
    summary: 'Erasures that wait for a second person, where the installation wants two',
    query: ['limit', 'cursor'],
  },
  { method: 'post', path: '/erasures/confirm', summary: 'As the second person', body: ConfirmErasure, status: 202 },
  { method: 'post', path: '/erasures/refuse', summary: 'Or not; withdraws one’s own request', body: RefuseErasure },
  { method: 'get', path: '/erasures/{ticket}', summary: 'How far that is' },
  { method: 'get', path: '/erasures/customers/{id}', summary: 'How far that is with a customer' },
  {
    method: 'post',
    path: '/legal-holds',
    summary: 'Nothing of the person of a ticket may be erased',
    body: LegalHold,
    status: 201,
  },
  { method: 'post', path: '/legal-holds/release', summary: 'It may again', body: LegalHold },
  { method: 'get', path: '/audit/verify', summary: 'Verify the log, or how far that is', query: ['maxAge', 'wait'] },
  { method: 'get', path: '/audit/checkpoints', summary: 'Signed Merkle checkpoints and their keys', query: ['limit', 'cursor'] },
  { method: 'get', path: '/audit/checkpoints/latest', summary: 'The latest as a signed note', text: true },
  {
    method: 'get',
    path: '/audit/proof',
    summary: 'One ticket with the proof that it stands in the signed log',
    query: ['ticket'],
  },
];
