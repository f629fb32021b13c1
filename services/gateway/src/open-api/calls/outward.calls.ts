import { ChangeWebhook, CreateWebhook, OptionallyReasoned, Redeliver, RotateSecret, WithReason } from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** What others are told: webhooks, the public feed, these documents. */
export const outwardCalls: readonly Call[] = [
  { method: 'get', path: '/events', summary: 'The public feed, in pages of CloudEvents', query: ['after', 'limit'] },
  { method: 'get', path: '/events/stream', summary: 'The same live (server-sent events)', query: ['after'], stream: true },
  { method: 'get', path: '/webhooks', summary: 'Webhooks', query: ['state', 'limit', 'cursor'] },
  {
    method: 'post',
    path: '/webhooks',
    summary: 'Have public events sent; the answer tells the secret',
    body: CreateWebhook,
    status: 201,
  },
  { method: 'get', path: '/webhooks/{id}', summary: 'One webhook' },
  {
    method: 'get',
    path: '/webhooks/{id}/dead-letters',
    summary: 'Events that its receiver refused to the end',
    query: ['limit', 'cursor'],
  },
  { method: 'post', path: '/webhooks/{id}/change', summary: 'Change it', body: ChangeWebhook },
  { method: 'post', path: '/webhooks/{id}/rotate-secret', summary: 'Another secret; for a while both sign', body: RotateSecret },
  { method: 'post', path: '/webhooks/{id}/pause', summary: 'Send nothing for the time being', body: WithReason },
  { method: 'post', path: '/webhooks/{id}/resume', summary: 'Go on where it stopped', body: OptionallyReasoned },
  { method: 'post', path: '/webhooks/{id}/remove', summary: 'Send nothing any more', body: WithReason },
  { method: 'post', path: '/webhooks/{id}/redeliver', summary: 'Try dead letters again', body: Redeliver },
  { method: 'get', path: '/openapi.json', summary: 'This document', open: true },
  { method: 'get', path: '/asyncapi.json', summary: 'The public feed on NATS', open: true },
];
