import type { CloudEvent, ExistingWebhook } from '@ledgerline/domain';
import { webhookSecret, type Ledgerline } from '@ledgerline/host';
import { createHmac } from 'node:crypto';
import type { Post } from './guarded-post.js';

/** One signature of Standard Webhooks: HMAC-SHA-256 over id, second and body. */
export function signature(secret: string, { id, timestamp, body }: { id: string; timestamp: number; body: string }): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** A CloudEvent as a call by Standard Webhooks. `webhook-id` is the event's, whenever and however often it is sent. */
export function signedCall(
  event: CloudEvent,
  webhook: { readonly id: string } & Pick<ExistingWebhook, 'url' | 'secret' | 'bothUntil'>,
  { clock, ...ledgerline }: Pick<Ledgerline, 'clock' | 'digest'>,
): Post {
  const now = clock.now();
  const body = JSON.stringify(event);
  const timestamp = Math.floor(now / 1_000);
  const isRotating = webhook.bothUntil !== undefined && now < Temporal.Instant.from(webhook.bothUntil).epochMilliseconds;
  const secrets = isRotating ? [webhook.secret, webhook.secret - 1] : [webhook.secret];
  const signatures = secrets.map((n) => signature(webhookSecret(webhook.id, n, ledgerline), { id: event.id, timestamp, body }));
  return {
    url: webhook.url,
    body,
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Ledgerline',
      'webhook-id': event.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    },
  };
}
