import {
  announcementCalls,
  equipmentCalls,
  ImportRosterTable,
  OpenRoster,
  PublishAnnouncement,
  RegisterEquipment,
  rosterCalls,
  shiftBookCalls,
} from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** Running the centre (R12): equipment, announcements, rosters. */
export const runningCalls: readonly Call[] = [
  {
    method: 'get',
    path: '/equipment',
    summary: 'The equipment register, by code or by what is due next',
    query: ['status', 'kind', 'site', 'responsible', 'mine', 'dueBefore', 'sort', 'q', 'limit', 'cursor'],
  },
  { method: 'post', path: '/equipment', summary: 'Register an item; its code is its id', body: RegisterEquipment, status: 201 },
  { method: 'get', path: '/equipment/{id}', summary: 'One item, with its faults, its maintenance and its history' },
  { method: 'get', path: '/equipment/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  ...Object.entries(equipmentCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/equipment/{id}/${step}`,
    summary,
    body,
  })),
  {
    method: 'get',
    path: '/announcements',
    summary: 'Announcements to the asker, or those that they published',
    query: ['toConfirm', 'sent', 'limit', 'cursor'],
  },
  { method: 'post', path: '/announcements', summary: 'Publish an announcement', body: PublishAnnouncement, status: 201 },
  { method: 'get', path: '/announcements/{id}', summary: 'One announcement, with the asker’s own receipt' },
  {
    method: 'get',
    path: '/announcements/{id}/receipts',
    summary: 'Who has confirmed its present edition, or who has not',
    query: ['confirmed', 'limit', 'cursor'],
  },
  { method: 'get', path: '/announcements/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  ...Object.entries(announcementCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/announcements/{id}/${step}`,
    summary,
    body,
  })),
  {
    method: 'get',
    path: '/rosters',
    summary: 'Rosters by department and month, the newest first',
    query: ['department', 'month', 'limit', 'cursor'],
  },
  { method: 'post', path: '/rosters', summary: 'Begin the roster of a department and month', body: OpenRoster, status: 201 },
  { method: 'get', path: '/rosters/mine', summary: 'The asker’s own published shifts and days off', query: ['from', 'through'] },
  {
    method: 'get',
    path: '/rosters/mine.ics',
    summary: 'The same as a calendar (RFC 5545)',
    query: ['from', 'through'],
    download: true,
  },
  { method: 'get', path: '/rosters/on-now', summary: 'Who is on now, and who is missing', query: ['department'] },
  {
    method: 'get',
    path: '/rosters/{id}',
    summary: 'One roster: who has what, how many there are by half hours, what was asked for',
  },
  { method: 'get', path: '/rosters/{id}/table.csv', summary: 'The same as a table that can be taken in again', download: true },
  { method: 'get', path: '/rosters/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  {
    method: 'post',
    path: '/rosters/{id}/import',
    summary:
      'Plan by a table: a line for each person, a column for each date; all of it or, with the faults of each line, nothing',
    body: ImportRosterTable,
    csv: true,
  },
  ...Object.entries(rosterCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/rosters/{id}/${step}`,
    summary,
    body,
  })),
  { method: 'get', path: '/shift-books/{id}', summary: 'Named shifts of a department (`department-…`) or site (`site-…`)' },
  ...Object.entries(shiftBookCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/shift-books/{id}/${step}`,
    summary,
    body,
  })),
];
