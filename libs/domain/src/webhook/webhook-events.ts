import type { EventDefinition, Position, EventOf } from '@ledgerline/kernel';

/** What a webhook is told, and as whom: its rights are those of these roles and departments as tickets are today. */
export interface WebhookTerms {
  readonly name: string;
  readonly url: string;
  /** Public event types; none: all. */
  readonly types: readonly string[];
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  /** `personal` adds the personal members. */
  readonly scopes: readonly string[];
  /** Times that an event is tried before it is given up, where the receiver refuses it. */
  readonly attempts: number;
  /** Between the first two tries; each pause is twice the one before. */
  readonly firstPause: string;
  /** After so long without a success the webhook is switched off. */
  readonly giveUpAfter: string;
}

/** A subscription to the public feed by signed HTTP calls. Reasons are about the receiver, name nobody and stand in plain. */
export interface WebhookEvents {
  /** `after`: where in the log it begins; unless given, at its own creation. */
  WebhookCreated: WebhookTerms & { readonly after?: Position };
  WebhookChanged: Partial<WebhookTerms> & { readonly reason: string };
  /** The secret before it signs too, up to `bothUntil`. */
  WebhookSecretRotated: { readonly bothUntil: string };
  WebhookPaused: { readonly reason: string };
  WebhookResumed: { readonly reason?: string };
  /** By the system, after a long failure. */
  WebhookDisabled: { readonly why: string; readonly failingSince: string };
  WebhookRemoved: { readonly reason: string };
  /** One event was refused to the end. `after`: position in the log right before the commit that holds it. */
  DeliveryGivenUp: DeadLetter;
  RedeliveryOrdered: { readonly events: readonly string[] };
  DeliveryMadeGood: { readonly event: string };
  RedeliveryFailed: { readonly event: string; readonly why: string };
}

export interface DeadLetter {
  readonly event: string;
  readonly type: string;
  readonly ticket: string;
  readonly after?: Position;
  readonly attempts: number;
  /** A code, as `http-422` or `timeout`: what a receiver answers may say anything of anybody. */
  readonly why: string;
}

export type WebhookEventType = keyof WebhookEvents;
export type WebhookEvent = EventOf<WebhookEvents>;

export const webhookEventDefinitions: readonly EventDefinition[] =
  ([
    'WebhookCreated', 'WebhookChanged', 'WebhookSecretRotated', 'WebhookPaused', 'WebhookResumed', 'WebhookDisabled', 'WebhookRemoved',
    'DeliveryGivenUp', 'RedeliveryOrdered', 'DeliveryMadeGood', 'RedeliveryFailed',
  ] satisfies readonly WebhookEventType[]) // prettier-ignore
    .map((type) => ({ type, schema: 1 }));
