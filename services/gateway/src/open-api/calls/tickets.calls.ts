import { PortalSession, RegisterTicket, TellPresence, ticketCalls } from '@ledgerline/contracts';
import {
  differencesParameters,
  eventsParameters,
  inboxParameters,
  instant,
  listParameters,
  momentParameters,
  publicationsParameters,
  rightsParameters,
  sheetParameters,
} from '../../ticket-query.js';
import type { Call } from '../call.js';

const { limit: _limit, cursor: _cursor, sort: _sort, number: _number, ...countedBy } = listParameters;

/** Tickets: lists, commands, deadlines, attachments, notices; what the public may ask. */
export const ticketsCalls: readonly Call[] = [
  {
    method: 'post',
    path: '/public/session',
    summary: 'A caller follows a ticket by number and secret',
    body: PortalSession,
    open: true,
  },
  { method: 'get', path: '/public/publications', summary: 'Published results', query: publicationsParameters, open: true },
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
    query: { at: instant, ...listParameters },
  },
  {
    method: 'get',
    path: '/tickets/count',
    summary: 'How many a work list has or had',
    query: { at: instant, ...countedBy },
  },
  { method: 'get', path: '/tickets/lines', summary: 'Lines of lists by id, with what is due next', query: ['id'] },
  {
    method: 'get',
    path: '/tickets/{id}',
    summary: 'One ticket, now or as it stood',
    query: momentParameters,
    headers: ['ETag'],
  },
  { method: 'get', path: '/tickets/{id}/events', summary: 'Its stream of events', query: eventsParameters },
  { method: 'get', path: '/tickets/{id}/messages', summary: 'What was said on it and on its duplicates', query: ['at'] },
  { method: 'get', path: '/tickets/{id}/deadlines', summary: 'Every clock, its due time and why', query: ['at'] },
  {
    method: 'get',
    path: '/tickets/{id}/differences',
    summary: 'What differs between two moments, and the events between',
    query: differencesParameters,
  },
  {
    method: 'get',
    path: '/tickets/{id}/rights',
    summary: 'Who could see it, now or as rights stood then',
    query: rightsParameters,
  },
  { method: 'get', path: '/tickets/{id}/mails', summary: 'What its caller was written, and what became of it' },
  { method: 'get', path: '/tickets/{id}/accesses', summary: 'Who looked at a confidential ticket', query: eventsParameters },
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
    query: sheetParameters,
  },
  { method: 'post', path: '/late-entries', summary: 'Register tickets from CSV, one a row', csv: true },
  { method: 'get', path: '/notifications', summary: 'Notices, newest first', query: inboxParameters },
  { method: 'post', path: '/notifications/{id}/read', summary: 'Read up to and with this one' },
  { method: 'post', path: '/attachments', summary: 'Store an attachment', status: 201, upload: true },
  { method: 'get', path: '/attachments/{id}', summary: 'Its content', download: true },
  { method: 'get', path: '/tickets/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  { method: 'get', path: '/changes', summary: 'Which tickets have changed, as it happens (server-sent events)', stream: true },
  { method: 'put', path: '/tickets/{id}/presence', summary: 'A sign that one is at a ticket', body: TellPresence, status: 204 },
  { method: 'get', path: '/tickets/{id}/caller-profile', summary: 'What is kept of the caller' },
  { method: 'get', path: '/tickets/{id}/routing', summary: 'Where the table would send it, with every rule that fits' },
];
