import { announcementCalls, equipmentCalls, PublishAnnouncement, RegisterEquipment } from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** Running the centre (R12): equipment, announcements. */
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
];
