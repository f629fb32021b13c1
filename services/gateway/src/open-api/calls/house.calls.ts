import {
  ChangeDepartment,
  ComputeDeadline,
  CreateDepartment,
  OpenSite,
  OptionallyReasoned,
  PreviewDocument,
  RenameSite,
  TryRoute,
  WithReason,
} from '@ledgerline/contracts';
import type { Call } from '../call.js';

const documents = [
  'policies', 'calendars', 'routing-tables', 'items', 'templates', 'rules', 'duty-rotas', 'digest-templates', 'digest-schedules',
  'score-sheets', 'sampling-rules', 'probation-rules', 'telephony-rules', 'scripts',
]; // prettier-ignore

/** What is governed: departments, sites, documents, calendars. */
export const houseCalls: readonly Call[] = [
  { method: 'get', path: '/departments', summary: 'Departments', query: ['limit', 'cursor'] },
  { method: 'get', path: '/departments/{id}', summary: 'One department, with its changes' },
  { method: 'post', path: '/departments/{id}/change', summary: 'Change it', body: ChangeDepartment },
  { method: 'post', path: '/departments/{id}/deactivate', summary: 'It gets nothing new', body: WithReason },
  { method: 'post', path: '/departments/{id}/reactivate', summary: 'It is at work again', body: WithReason },
  { method: 'get', path: '/sites', summary: 'Sites', query: ['limit', 'cursor'] },
  { method: 'post', path: '/sites', summary: 'Open a site', body: OpenSite, status: 201 },
  { method: 'post', path: '/sites/{id}/rename', summary: 'Rename it', body: RenameSite },
  { method: 'post', path: '/sites/{id}/close', summary: 'Nothing moves there any more', body: WithReason },
  { method: 'post', path: '/sites/{id}/reopen', summary: 'It works again', body: WithReason },
  { method: 'post', path: '/departments', summary: 'Create a department', body: CreateDepartment, status: 201 },
  ...documents.flatMap((path): readonly Call[] => [
    { method: 'get', path: `/${path}`, summary: `Governed documents: ${path}`, query: ['limit', 'cursor'] },
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
  { method: 'post', path: '/calendars/compute', summary: 'A due time, or the working time between two', body: ComputeDeadline },
];
