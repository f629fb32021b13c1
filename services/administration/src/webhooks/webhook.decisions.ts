import type { DeadLetter, Webhook, WebhookEvent, WebhookEvents, WebhookTerms } from '@ledgerline/domain';
import type { ChangeWebhook, CreateWebhook, Redeliver, RotateSecret } from '@ledgerline/contracts';
import { instantText, rejected, type Decide, type Position } from '@ledgerline/kernel';

type DecideWebhook<Body> = Decide<Body, Webhook, WebhookEvent>;
interface WithReason {
  readonly reason: string;
}

/** Standard Webhooks recommends some days; eight tries from 5 s on take ten minutes. */
const usual = { attempts: 8, firstPause: 'PT5S', giveUpAfter: 'P3D' };
const usualHours = 24;

export const createWebhook: DecideWebhook<CreateWebhook> = (body, webhook) => {
  if (webhook !== undefined) return rejected('webhook-exists');
  const { after, types = [], departments = [], scopes = [], ...rest } = body;
  const begins = after === undefined ? {} : { after: after as Position };
  return [{ type: 'WebhookCreated', data: { ...usual, ...rest, types, departments, scopes, ...begins } }];
};

export const changeWebhook: DecideWebhook<ChangeWebhook> = (body, webhook) => {
  if (isGone(webhook)) return rejected('webhook-not-found');
  const { reason, ...given } = body;
  const changes = Object.entries(given).filter(([name, value]) => isOther(webhook[name as keyof WebhookTerms], value));
  if (changes.length === 0) return rejected('nothing-to-change');
  return [{ type: 'WebhookChanged', data: { ...Object.fromEntries(changes), reason } }];
};

export const rotateSecret: DecideWebhook<RotateSecret> = ({ bothForHours = usualHours }, webhook, { at }) => {
  if (isGone(webhook)) return rejected('webhook-not-found');
  const bothUntil = instantText(Temporal.Instant.from(at).epochMilliseconds + bothForHours * 3_600_000);
  return [{ type: 'WebhookSecretRotated', data: { bothUntil } }];
};

export const pauseWebhook: DecideWebhook<WithReason> = ({ reason }, webhook) => {
  if (isGone(webhook)) return rejected('webhook-not-found');
  return webhook.state === 'active' ? [{ type: 'WebhookPaused', data: { reason } }] : rejected('not-active');
};

/** It goes on where it stopped: nothing of what came meanwhile is left out. */
export const resumeWebhook: DecideWebhook<{ readonly reason?: string }> = ({ reason }, webhook) => {
  if (isGone(webhook)) return rejected('webhook-not-found');
  if (webhook.state === 'active') return rejected('already-active');
  return [{ type: 'WebhookResumed', data: reason === undefined ? {} : { reason } }];
};

export const removeWebhook: DecideWebhook<WithReason> = ({ reason }, webhook) =>
  isGone(webhook) ? rejected('webhook-not-found') : [{ type: 'WebhookRemoved', data: { reason } }];

export const orderRedelivery: DecideWebhook<Redeliver> = ({ events }, webhook) => {
  if (isGone(webhook)) return rejected('webhook-not-found');
  const waiting = webhook.deadLetters.filter(({ again }) => !again).map(({ event }) => event);
  const unknown = (events ?? []).filter((event) => !waiting.includes(event));
  if (unknown.length > 0) return rejected('no-such-dead-letter', { events: unknown });
  const wanted = events ?? waiting;
  return wanted.length === 0 ? rejected('no-dead-letters') : [{ type: 'RedeliveryOrdered', data: { events: wanted } }];
};

/** The four below are the deliverer's. */
export const disableWebhook: DecideWebhook<WebhookEvents['WebhookDisabled']> = (data, webhook) =>
  webhook?.state === 'active' ? [{ type: 'WebhookDisabled', data }] : rejected('not-active');

export const giveUpDelivery: DecideWebhook<DeadLetter> = (data, webhook) =>
  isGone(webhook) ? rejected('webhook-not-found') : [{ type: 'DeliveryGivenUp', data }];

export const makeGood: DecideWebhook<{ readonly event: string }> = (data, webhook) =>
  isDeadLetter(webhook, data.event) ? [{ type: 'DeliveryMadeGood', data }] : rejected('no-such-dead-letter');

export const failAgain: DecideWebhook<WebhookEvents['RedeliveryFailed']> = (data, webhook) =>
  isDeadLetter(webhook, data.event) ? [{ type: 'RedeliveryFailed', data }] : rejected('no-such-dead-letter');

function isGone(webhook: Webhook): webhook is undefined | (NonNullable<Webhook> & { readonly state: 'removed' }) {
  return webhook === undefined || webhook.state === 'removed';
}

function isDeadLetter(webhook: Webhook, event: string): boolean {
  return webhook?.deadLetters.some((one) => one.event === event) ?? false;
}

function isOther(before: unknown, value: unknown): boolean {
  return value !== undefined && JSON.stringify(before) !== JSON.stringify(value);
}
