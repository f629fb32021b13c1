import type { ShownWebhook } from '@ledgerline/administration/answers';
import type { KeptDeadLetter } from '@ledgerline/domain';
import type { FeedPage } from '@ledgerline/gateway/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** What others are told: webhooks, the public feed, these documents. */
export interface OutwardAnswers {
  'get /events': FeedPage;
  'get /webhooks': Page<ShownWebhook>;
  /** `secret`: told this once (Standard Webhooks). */
  'post /webhooks': Made & { readonly secret: string };
  'get /webhooks/{id}': ShownWebhook;
  'get /webhooks/{id}/dead-letters': Whole<KeptDeadLetter>;
  'post /webhooks/{id}/rotate-secret': Accepted & { readonly secret: string };
  'post /webhooks/{id}/{change}': Accepted;
  /** A document of its own: OpenAPI 3.1. */
  'get /openapi.json': Readonly<Record<string, unknown>>;
  /** A document of its own: AsyncAPI 3.0. */
  'get /asyncapi.json': Readonly<Record<string, unknown>>;
}
