import { WhatIf } from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** What reports are narrowed by; not every report has every one of them, and says so. */
const reportColumns = [
  'kind', 'level', 'item', 'channel', 'site', 'district', 'product', 'department', 'clock', 'part', 'policy', 'policyVersion', 'outcome',
  'holder', 'status', 'deviation', 'log', 'month', 'week', 'day', 'hour', 'weekday',
]; // prettier-ignore
/** Of reports about calls and those who take them. */
const callColumns = ['queue', 'agent', 'team', 'site', 'doing', 'reason', 'month', 'week', 'day', 'halfHour'];

/** Figures, the process, what-if and digests. */
export const reportsCalls: readonly Call[] = [
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
      'Figures over the whole log: sla, durations, times, backlog, ageing, load, returns, rework, urging, satisfaction, conformance, telephony, occupancy, first-contact',
    query: ['from', 'to', 'group', ...new Set([...reportColumns, ...callColumns])],
  },
  {
    method: 'get',
    path: '/reports/{name}/tickets',
    summary: 'The tickets behind a number of a report',
    query: ['cell', 'from', 'to', ...reportColumns, 'limit', 'cursor'],
  },
  {
    method: 'get',
    path: '/reports/{name}/contacts',
    summary: 'The calls behind a number of a report about them',
    query: ['cell', 'from', 'to', ...callColumns, 'limit', 'cursor'],
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
];
