import { noRuleFor, type Fold, type Position } from '@ledgerline/kernel';
import type { DeadLetter, WebhookEvent, WebhookTerms } from './webhook-events.js';

export * from './webhook-events.js';

export interface KeptDeadLetter extends DeadLetter {
  readonly at: string;
  /** Somebody has ordered that it is tried again. */
  readonly again: boolean;
}

export interface ExistingWebhook extends WebhookTerms {
  readonly state: 'active' | 'paused' | 'disabled' | 'removed';
  /** Why it is not active. */
  readonly why?: string;
  readonly failingSince?: string;
  readonly after?: Position;
  /** Counts the secrets; the one before signs too, up to `bothUntil`. */
  readonly secret: number;
  readonly bothUntil?: string;
  readonly deadLetters: readonly KeptDeadLetter[];
}
export type Webhook = ExistingWebhook | undefined;

export const webhookFold: Fold<Webhook> = {
  initial: undefined,
  evolve(webhook, recorded) {
    const event = recorded as unknown as WebhookEvent;
    if (event.type === 'WebhookCreated') return { ...event.data, state: 'active', secret: 1, deadLetters: [] };
    return webhook && changed(webhook, event, recorded.meta.at);
  },
};

function changed(webhook: ExistingWebhook, event: Exclude<WebhookEvent, { type: 'WebhookCreated' }>, at: string): Webhook {
  switch (event.type) {
    case 'WebhookChanged': {
      const { reason: _reason, ...terms } = event.data;
      return { ...webhook, ...terms };
    }
    case 'WebhookSecretRotated':
      return { ...webhook, secret: webhook.secret + 1, bothUntil: event.data.bothUntil };
    case 'WebhookPaused':
      return { ...webhook, state: 'paused', why: event.data.reason };
    case 'WebhookResumed': {
      const { why: _why, failingSince: _failingSince, ...rest } = webhook;
      return { ...rest, state: 'active' };
    }
    case 'WebhookDisabled':
      return { ...webhook, state: 'disabled', ...event.data };
    case 'WebhookRemoved':
      return { ...webhook, state: 'removed', why: event.data.reason, deadLetters: [] };
    case 'DeliveryGivenUp':
      return { ...webhook, deadLetters: [...without(webhook, event.data.event), { ...event.data, at, again: false }] };
    case 'RedeliveryOrdered':
      return { ...webhook, deadLetters: webhook.deadLetters.map((one) => asked(one, event.data.events)) };
    case 'DeliveryMadeGood':
      return { ...webhook, deadLetters: without(webhook, event.data.event) };
    case 'RedeliveryFailed':
      return { ...webhook, deadLetters: webhook.deadLetters.map((one) => failedAgain(one, event.data, at)) };
    default:
      return noRuleFor(event);
  }
}

function without({ deadLetters }: ExistingWebhook, event: string): readonly KeptDeadLetter[] {
  return deadLetters.filter((one) => one.event !== event);
}

function asked(one: KeptDeadLetter, events: readonly string[]): KeptDeadLetter {
  return events.includes(one.event) ? { ...one, again: true } : one;
}

function failedAgain(one: KeptDeadLetter, { event, why }: { event: string; why: string }, at: string): KeptDeadLetter {
  return one.event === event ? { ...one, again: false, attempts: one.attempts + 1, why, at } : one;
}
