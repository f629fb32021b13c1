import {
  AcknowledgeSurge,
  BeginActing,
  EndSubstitution,
  NameSubstitute,
  LinkIdentity,
  AcceptCorrection,
  ChangeDepartment,
  ChangeOwnPassword,
  ChangeUser,
  ComputeDeadline,
  ConfirmErasure,
  contactCalls,
  CreateDepartment,
  CreateUser,
  DeclineCorrection,
  DraftArticle,
  IssueToken,
  LegalHold,
  OrderErasure,
  PortalSession,
  OpenSite,
  SignUndertaking,
  OptionallyReasoned,
  PreviewDocument,
  OpenProblem,
  problemCalls,
  proposalCalls,
  RaiseProposal,
  LiftRestriction,
  RecordContact,
  RefuseErasure,
  RegisterCustomer,
  RestrictCustomer,
  ProposeCorrection,
  RegisterTicket,
  RemoveSecondFactor,
  RenameSite,
  ResetPassword,
  SetUp,
  SignIn,
  TellPresence,
  ticketCalls,
  TryRoute,
  WhatIf,
  WithCode,
  WithPassword,
  WithReason,
  ChangeWebhook,
  CreateWebhook,
  Redeliver,
  RotateSecret,
} from '@ledgerline/contracts';
import { schemaOf } from './body-schema.js';

type BodyClass = new () => object;
interface Call {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly body?: BodyClass;
  readonly status?: number;
  readonly query?: readonly string[];
  readonly open?: boolean;
  /** Content of any media type instead of JSON. */
  readonly upload?: boolean;
  readonly download?: boolean;
  /** Plain text instead of JSON. */
  readonly text?: boolean;
  /** A table as text instead of JSON. */
  readonly csv?: boolean;
}

/** What `GET /tickets` and its count are narrowed by. */
const workListFilters = [
  'status',
  'open',
  'department',
  'part',
  'handler',
  'level',
  'kind',
  'item',
  'awaits',
  'event',
  'customer',
  'phone',
  'site',
  'due',
  'overdue',
  'held',
  'holder',
];
const list = ['limit', 'cursor', 'sort'];
/** What reports are narrowed by; not every report has every one of them, and says so. */
const reportColumns = [
  'kind', 'level', 'item', 'channel', 'site', 'district', 'product', 'department', 'clock', 'part', 'policy', 'policyVersion', 'outcome',
  'holder', 'status', 'deviation', 'log', 'month', 'week', 'day', 'hour', 'weekday',
]; // prettier-ignore
const documents = [
  'policies', 'calendars', 'routing-tables', 'items', 'templates', 'rules', 'duty-rotas', 'digest-templates', 'digest-schedules',
]; // prettier-ignore

/** Every call of the API; the document, the tests of bad input and of permissions are made from this list. */
export const calls: readonly Call[] = [
  { method: 'post', path: '/session', summary: 'Sign in', body: SignIn, open: true },
  { method: 'get', path: '/session', summary: 'Who is signed in' },
  { method: 'delete', path: '/session', summary: 'Sign out', status: 204 },
  { method: 'post', path: '/setup', summary: 'Set the first password, once', body: SetUp, status: 204, open: true },
  {
    method: 'post',
    path: '/public/session',
    summary: 'A caller follows a ticket by number and secret',
    body: PortalSession,
    open: true,
  },
  { method: 'get', path: '/public/publications', summary: 'Published results', query: ['limit', 'cursor'], open: true },
  {
    method: 'get',
    path: '/public/information',
    summary: 'What is released for everybody: market information, or the rest',
    query: ['market', 'limit', 'cursor'],
    open: true,
  },
  { method: 'post', path: '/tickets', summary: 'Register a ticket', body: RegisterTicket, status: 201 },
  {
    method: 'get',
    path: '/tickets',
    summary: 'Work lists, now or as they stood',
    query: ['at', ...workListFilters, 'number', 'q', ...list],
  },
  {
    method: 'get',
    path: '/tickets/count',
    summary: 'How many a work list has or had',
    query: ['at', ...workListFilters, 'q'],
  },
  { method: 'get', path: '/tickets/lines', summary: 'Lines of lists by id, with what is due next', query: ['id'] },
  { method: 'get', path: '/tickets/{id}', summary: 'One ticket, now or as it stood', query: ['at', 'version', 'known'] },
  { method: 'get', path: '/tickets/{id}/events', summary: 'Its stream of events', query: ['limit', 'cursor'] },
  { method: 'get', path: '/tickets/{id}/messages', summary: 'What was said on it and on its duplicates', query: ['at'] },
  { method: 'get', path: '/tickets/{id}/deadlines', summary: 'Every clock, its due time and why', query: ['at'] },
  {
    method: 'get',
    path: '/tickets/{id}/differences',
    summary: 'What differs between two moments, and the events between',
    query: ['from', 'to'],
  },
  {
    method: 'get',
    path: '/tickets/{id}/rights',
    summary: 'Who could see it, now or as rights stood then',
    query: ['at', 'limit', 'cursor'],
  },
  { method: 'get', path: '/tickets/{id}/accesses', summary: 'Who looked at a confidential ticket', query: ['limit', 'cursor'] },
  ...Object.entries(ticketCalls).map(([command, { body }]): Call => ({
    method: 'post',
    path: `/tickets/{id}/${command}`,
    summary: `Command ${command}`,
    body,
  })),
  {
    method: 'get',
    path: '/deadlines',
    summary: 'What is due next',
    query: ['department', 'part', 'handler', 'clock', 'level', 'due', 'overdue', 'held', 'limit', 'cursor'],
  },
  { method: 'post', path: '/contacts', summary: 'Record a call or message', body: RecordContact, status: 201 },
  {
    method: 'get',
    path: '/contacts',
    summary: 'Recorded contacts, missed calls first',
    query: ['duty', 'outcome', 'direction', 'channel', 'customer', 'phone', 'limit', 'cursor'],
  },
  { method: 'get', path: '/contacts/{id}', summary: 'One contact with its clock' },
  ...Object.entries(contactCalls).map(([command, body]): Call => ({
    method: 'post',
    path: `/contacts/{id}/${command}`,
    summary: `Command ${command}`,
    body,
  })),
  { method: 'get', path: '/surges', summary: 'Many contacts on one thing', query: ['acknowledged', 'limit', 'cursor'] },
  { method: 'post', path: '/surges/{id}/acknowledge', summary: 'Acknowledge a burst', body: AcknowledgeSurge },
  { method: 'post', path: '/late-entries', summary: 'Register tickets from CSV, one a row', csv: true },
  { method: 'post', path: '/customers', summary: 'Register a customer', body: RegisterCustomer, status: 201 },
  {
    method: 'get',
    path: '/customers',
    summary: 'Customers by number or address in any writing, or by words',
    query: ['phone', 'email', 'account', 'q', 'limit', 'cursor'],
  },
  { method: 'get', path: '/customers/{id}', summary: 'One customer' },
  { method: 'get', path: '/customers/{id}/tickets', summary: 'Their tickets', query: ['status', 'open', 'limit', 'cursor'] },
  { method: 'get', path: '/customers/{id}/history', summary: 'Their last tickets and contacts', query: ['limit'] },
  { method: 'post', path: '/customers/{id}/restrictions', summary: 'Restrict, or propose it', body: RestrictCustomer },
  { method: 'post', path: '/customers/{id}/restrictions/lift', summary: 'End a restriction', body: LiftRestriction },
  { method: 'get', path: '/notifications', summary: 'Notices, newest first', query: ['unread', 'limit', 'cursor'] },
  { method: 'post', path: '/notifications/{id}/read', summary: 'Read up to and with this one' },
  { method: 'post', path: '/attachments', summary: 'Store an attachment', status: 201, upload: true },
  { method: 'get', path: '/attachments/{id}', summary: 'Its content', download: true },
  { method: 'post', path: '/session/password', summary: 'Change the own password', body: ChangeOwnPassword },
  { method: 'get', path: '/departments', summary: 'Departments' },
  { method: 'get', path: '/departments/{id}', summary: 'One department, with its changes' },
  { method: 'post', path: '/departments/{id}/change', summary: 'Change it', body: ChangeDepartment },
  { method: 'post', path: '/departments/{id}/deactivate', summary: 'It gets nothing new', body: WithReason },
  { method: 'post', path: '/departments/{id}/reactivate', summary: 'It is at work again', body: WithReason },
  { method: 'get', path: '/users/{id}', summary: 'One account, with its changes' },
  { method: 'post', path: '/users/{id}/change', summary: 'Change roles, departments or name', body: ChangeUser },
  { method: 'post', path: '/users/{id}/deactivate', summary: 'Lock it and end its sessions', body: WithReason },
  { method: 'post', path: '/users/{id}/reactivate', summary: 'Unlock it', body: WithReason },
  { method: 'post', path: '/users/{id}/reset-password', summary: 'Set another password', body: ResetPassword },
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
  { method: 'get', path: '/sites', summary: 'Sites' },
  { method: 'post', path: '/sites', summary: 'Open a site', body: OpenSite, status: 201 },
  { method: 'post', path: '/sites/{id}/rename', summary: 'Rename it', body: RenameSite },
  { method: 'post', path: '/sites/{id}/close', summary: 'Nothing moves there any more', body: WithReason },
  { method: 'post', path: '/sites/{id}/reopen', summary: 'It works again', body: WithReason },
  { method: 'get', path: '/tokens', summary: 'API tokens', query: ['issuedBy', 'limit', 'cursor'] },
  { method: 'post', path: '/tokens/{id}/revoke', summary: 'Revoke a token', body: OptionallyReasoned },
  { method: 'post', path: '/departments', summary: 'Create a department', body: CreateDepartment, status: 201 },
  { method: 'get', path: '/tickets/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  { method: 'get', path: '/changes', summary: 'Which tickets have changed, as it happens (server-sent events)' },
  { method: 'put', path: '/tickets/{id}/presence', summary: 'A sign that one is at a ticket', body: TellPresence, status: 204 },
  { method: 'get', path: '/session/ways', summary: 'How one can sign in here', open: true },
  { method: 'get', path: '/users/{id}/identities', summary: 'Who the account is at providers where it signs in' },
  { method: 'post', path: '/users/{id}/link-identity', summary: 'Let it sign in at a provider', body: LinkIdentity },
  { method: 'post', path: '/identities/{id}/unlink', summary: 'No longer', body: WithReason },
  { method: 'get', path: '/sessions', summary: 'Where one is signed in' },
  { method: 'get', path: '/substitutions', summary: 'Who stands in for whom', query: ['limit', 'cursor'] },
  { method: 'post', path: '/substitutions', summary: 'Name a substitute for an absence', body: NameSubstitute, status: 201 },
  { method: 'post', path: '/substitutions/{id}/end', summary: 'End it before its time', body: EndSubstitution },
  { method: 'post', path: '/session/acting', summary: 'Act for an absent person', body: BeginActing, status: 204 },
  { method: 'delete', path: '/session/acting', summary: 'Act as oneself again', status: 204 },
  { method: 'delete', path: '/sessions/{id}', summary: 'End one of them', status: 204 },
  { method: 'get', path: '/people', summary: 'Names of those who work here, by id', query: ['id'] },
  { method: 'get', path: '/users', summary: 'Accounts' },
  { method: 'post', path: '/users', summary: 'Create an account', body: CreateUser, status: 201 },
  { method: 'get', path: '/undertakings', summary: 'The confidentiality undertaking, and who has signed it' },
  { method: 'post', path: '/undertakings', summary: 'Sign it for a year', body: SignUndertaking, status: 201 },
  { method: 'post', path: '/tokens', summary: 'Issue an API token', body: IssueToken, status: 201 },
  ...documents.flatMap((path): readonly Call[] => [
    { method: 'get', path: `/${path}`, summary: `Governed documents: ${path}` },
    { method: 'post', path: `/${path}`, summary: 'Draft', status: 201, query: ['incomplete'] },
    { method: 'post', path: `/${path}/validate`, summary: 'Every fault of a document; nothing is drafted' },
    { method: 'get', path: `/${path}/{id}`, summary: 'One version whole, with the history of all' },
    { method: 'get', path: `/${path}/{id}/differences`, summary: 'What a version changes', query: ['from'] },
    {
      method: 'post',
      path: `/${path}/{id}/preview`,
      summary: 'Which open tickets it would treat differently',
      body: PreviewDocument,
    },
    { method: 'post', path: `/${path}/{id}/submit`, summary: 'Submit a draft', body: OptionallyReasoned },
    { method: 'post', path: `/${path}/{id}/approve`, summary: 'Approve a draft', body: OptionallyReasoned },
    { method: 'post', path: `/${path}/{id}/reject`, summary: 'Reject a draft', body: WithReason },
    { method: 'post', path: `/${path}/{id}/withdraw`, summary: 'Take a draft back', body: WithReason },
  ]),
  { method: 'post', path: '/routing-tables/try', summary: 'Where a ticket with these facts would go', body: TryRoute },
  { method: 'get', path: '/tickets/{id}/routing', summary: 'Where the table would send it, with every rule that fits' },
  { method: 'get', path: '/session/second-factor', summary: 'Whether one-time codes are asked for at the sign-in' },
  { method: 'post', path: '/session/second-factor', summary: 'A new key for one-time codes, told once', body: WithPassword },
  { method: 'post', path: '/session/second-factor/confirm', summary: 'Show that the key arrived', body: WithCode },
  { method: 'post', path: '/session/second-factor/remove', summary: 'No codes any more', body: RemoveSecondFactor },
  {
    method: 'post',
    path: '/users/{id}/reset-second-factor',
    summary: 'For somebody who lost telephone and recovery codes',
    body: WithReason,
  },
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
  { method: 'get', path: '/audit/self-approvals', summary: 'Versions that were approved by whoever drafted them' },
  {
    method: 'post',
    path: '/reports/what-if',
    summary: 'Try another policy, calendar or routing table',
    body: WhatIf,
    status: 202,
  },
  {
    method: 'get',
    path: '/reports/forecast',
    summary: 'Tickets to expect by day and hour, how far such forecasts were off, and the days that they rest on',
    query: ['days', 'weeks', 'group', ...reportColumns.slice(0, 8)],
  },
  {
    method: 'get',
    path: '/reports/process',
    summary: 'What follows what, how often and after how long',
    query: ['log', 'from', 'to', 'limit'],
  },
  {
    method: 'get',
    path: '/reports/process/tickets',
    summary: 'The tickets behind a number of the process: of all cases, an activity, what directly follows it, or a whole course',
    query: ['cell', 'activity', 'next', 'course', 'log', 'from', 'to', 'limit', 'cursor'],
  },
  { method: 'get', path: '/reports/what-if/{id}', summary: 'How far that is, and what came of it' },
  { method: 'delete', path: '/reports/what-if/{id}', summary: 'End it' },
  {
    method: 'get',
    path: '/reports/what-if/{id}/tickets',
    summary: 'The tickets that would differ',
    query: ['department', 'clock', 'before', 'after', 'limit', 'cursor'],
  },
  {
    method: 'get',
    path: '/reports/{name}',
    summary:
      'Figures over the whole log: sla, durations, times, backlog, ageing, load, returns, rework, urging, satisfaction, conformance',
    query: ['from', 'to', 'group', ...reportColumns],
  },
  {
    method: 'get',
    path: '/reports/{name}/tickets',
    summary: 'The tickets behind a number of a report',
    query: ['cell', 'from', 'to', ...reportColumns, 'limit', 'cursor'],
  },
  { method: 'get', path: '/digests', summary: 'Digests that were delivered to whoever asks', query: ['limit', 'cursor'] },
  {
    method: 'get',
    path: '/digests/now',
    summary: 'What a template gives of a period, for the asker’s eyes',
    query: ['template', 'period', 'department'],
  },
  {
    method: 'get',
    path: '/digests/now/file',
    summary: 'The same as a PDF or a spreadsheet',
    query: ['template', 'period', 'department', 'format', 'language'],
    download: true,
  },
  { method: 'get', path: '/digests/{id}', summary: 'One that was delivered' },
  {
    method: 'get',
    path: '/digests/{id}/file',
    summary: 'The same as a PDF or a spreadsheet',
    query: ['format', 'language'],
    download: true,
  },
  {
    method: 'get',
    path: '/exports/{format}',
    summary: 'A download for auditors, marked with who took it: log, xes, ocel, ocel-sqlite, csv, parquet',
    query: ['log', 'after', 'batch'],
    download: true,
  },
  { method: 'get', path: '/events', summary: 'The public feed, in pages of CloudEvents', query: ['after', 'limit'] },
  { method: 'get', path: '/events/stream', summary: 'The same live (server-sent events)', query: ['after'], text: true },
  { method: 'get', path: '/webhooks', summary: 'Webhooks', query: ['state', 'limit', 'cursor'] },
  {
    method: 'post',
    path: '/webhooks',
    summary: 'Have public events sent; the answer tells the secret',
    body: CreateWebhook,
    status: 201,
  },
  { method: 'get', path: '/webhooks/{id}', summary: 'One webhook' },
  { method: 'get', path: '/webhooks/{id}/dead-letters', summary: 'Events that its receiver refused to the end' },
  { method: 'post', path: '/webhooks/{id}/change', summary: 'Change it', body: ChangeWebhook },
  { method: 'post', path: '/webhooks/{id}/rotate-secret', summary: 'Another secret; for a while both sign', body: RotateSecret },
  { method: 'post', path: '/webhooks/{id}/pause', summary: 'Send nothing for the time being', body: WithReason },
  { method: 'post', path: '/webhooks/{id}/resume', summary: 'Go on where it stopped', body: OptionallyReasoned },
  { method: 'post', path: '/webhooks/{id}/remove', summary: 'Send nothing any more', body: WithReason },
  { method: 'post', path: '/webhooks/{id}/redeliver', summary: 'Try dead letters again', body: Redeliver },
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
  { method: 'get', path: '/openapi.json', summary: 'This document', open: true },
  { method: 'get', path: '/asyncapi.json', summary: 'The public feed on NATS', open: true },
  { method: 'post', path: '/calendars/compute', summary: 'A due time, or the working time between two', body: ComputeDeadline },
];

let made: Record<string, unknown> | undefined;

/** OpenAPI 3.1, made from the calls and from the very classes that parse their bodies. */
export function openApiDocument(): Record<string, unknown> {
  if (made) return made;
  const schemas: Record<string, unknown> = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const call of calls) (paths[call.path] ??= {})[call.method] = operation(call, schemas);
  made = {
    openapi: '3.1.0',
    info: { title: 'Ledgerline', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { ...schemas, Problem: problemSchema },
    },
  };
  return made;
}

function operation(call: Call, schemas: Record<string, unknown>): Record<string, unknown> {
  const inPath = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 200 },
  }));
  const inQuery = (call.query ?? []).map((name) => ({ name, in: 'query', schema: { type: 'string' } }));
  const inHeader =
    call.method === 'get' ? [header('Ledgerline-After')] : call.open ? [] : [header('Idempotency-Key'), header('If-Match')];
  if (call.upload) inHeader.push(header('Content-Disposition'));
  const content = { '*/*': { schema: { type: 'string', format: 'binary' } } };
  const text = { 'text/plain': { schema: { type: 'string' } } };
  const upload = call.upload ? { requestBody: { required: true, content } } : {};
  const table = call.csv ? { requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } } } : {};
  const body = call.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(call.body, schemas) } } } }
    : {};
  return {
    operationId: `${call.method} ${call.path}`,
    summary: call.summary,
    parameters: [...inPath, ...inQuery, ...inHeader],
    ...body,
    ...upload,
    ...table,
    ...(call.open ? { security: [] } : {}),
    responses: {
      [String(call.status ?? 200)]: {
        description: 'Done',
        ...(call.download ? { content } : {}),
        ...(call.text ? { content: text } : {}),
      },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function header(name: string): Record<string, unknown> {
  return { name, in: 'header', schema: { type: 'string' } };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, detail: { type: 'string' }, code: { type: 'string' } },
      },
    },
  },
};
