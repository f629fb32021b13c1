import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { webhookFold, type ExistingWebhook, type KeptDeadLetter, type Webhook, type WebhookEvent } from '@ledgerline/domain';
import { commandOf, replyOf, webhookSecret, type AnswerCommand, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { LogRestored, streamName, UnknownPosition, type Decide, type Position } from '@ledgerline/kernel';
import { seesWholeLog } from '../read-model-freshness.js';
import * as decisions from './webhook.decisions.js';
import { webhooksCollection } from './webhook-list.projection.js';

const mayGovern = (roles: readonly string[]) => roles.includes('administrator');
const mayLook = (roles: readonly string[]) => mayGovern(roles) || roles.includes('auditor');

/** Calls of administrators, each on record in the webhook's own stream. */
export const webhookCommands: Readonly<Record<string, AnswerCommand>> = {
  'create-webhook': onWebhook(decisions.createWebhook, { tellsSecret: true, refuses: unknownBeginning }),
  'change-webhook': onWebhook(decisions.changeWebhook),
  'rotate-secret-webhook': onWebhook(decisions.rotateSecret, { tellsSecret: true }),
  'pause-webhook': onWebhook(decisions.pauseWebhook),
  'resume-webhook': onWebhook(decisions.resumeWebhook),
  'remove-webhook': onWebhook(decisions.removeWebhook),
  'redeliver-webhook': onWebhook(decisions.orderRedelivery),
  'disable-webhook': onWebhook(decisions.disableWebhook, { by: 'system' }),
  'give-up-delivery': onWebhook(decisions.giveUpDelivery, { by: 'system' }),
  'make-good-delivery': onWebhook(decisions.makeGood, { by: 'system' }),
  'fail-redelivery': onWebhook(decisions.failAgain, { by: 'system' }),
};

interface WebhookCall {
  readonly by?: 'system';
  readonly tellsSecret?: boolean;
  readonly refuses?: (request: CommandRequest<never>, ledgerline: Ledgerline) => Promise<Problem | undefined>;
}

function onWebhook<Body>(decide: Decide<Body, Webhook, WebhookEvent>, call: WebhookCall = {}): AnswerCommand {
  return async (request: CommandRequest<never>, ledgerline) => {
    const { kind, roles } = request.principal;
    if (call.by === 'system' ? kind !== 'system' : !mayGovern(roles)) return problem('not-allowed');
    const refused = await call.refuses?.(request, ledgerline);
    if (refused) return refused;
    const stream = streamName('webhook', request.id);
    const fold = webhookFold;
    const handled = await ledgerline.commands.handle<Body, Webhook, WebhookEvent>(stream, commandOf<Body>(request), {
      fold,
      decide,
    });
    if (!call.tellsSecret || handled.kind !== 'accepted') return replyOf(request.id, handled);
    const { state } = await ledgerline.commands.current(stream, webhookFold);
    return replyOf(request.id, handled, { secret: webhookSecret(request.id, state?.secret ?? 1, ledgerline) });
  };
}

/** A position of another life of the log, or of none, is refused at once and not by a webhook that never begins. */
async function unknownBeginning(request: CommandRequest<never>, { store }: Ledgerline): Promise<Problem | undefined> {
  const { after } = request.body as { readonly after?: Position };
  if (after === undefined) return undefined;
  try {
    store.compare(after, await store.end());
    return undefined;
  } catch (error) {
    if (error instanceof LogRestored || error instanceof UnknownPosition) return problem(error.code);
    throw error;
  }
}

export interface WebhookQuery {
  readonly state?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export async function listWebhooks({ body, principal }: QueryRequest<WebhookQuery>, ledgerline: Ledgerline) {
  if (!mayLook(principal.roles) && principal.kind !== 'system') return problem('not-allowed');
  if (principal.kind === 'system' && !(await seesWholeLog(webhooksCollection, ledgerline))) return problem('read-model-behind');
  const { state, limit = 50, cursor } = body;
  const where = { kind: 'webhook', ...(state === undefined ? {} : { state }) };
  const webhooks = await ledgerline.live(webhooksCollection);
  const page = await webhooks.find({ where, sort: ['name'], limit, ...(cursor === undefined ? {} : { cursor }) });
  return { kind: 'page' as const, items: page.items.map(({ id, document }) => shown(id, document)), next: page.next ?? null };
}

/** One as it is now, from its own stream. */
export async function oneWebhook({ body: { id }, principal }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  if (!mayLook(principal.roles)) return problem('not-allowed');
  const { state } = await ledgerline.commands.current(streamName('webhook', id), webhookFold);
  return state ? { kind: 'webhook' as const, webhook: shown(id, state) } : problem('webhook-not-found');
}

export async function deadLettersOf(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'dead-letters'; readonly items: readonly KeptDeadLetter[] } | Problem> {
  if (!mayLook(principal.roles)) return problem('not-allowed');
  const { state } = await ledgerline.commands.current(streamName('webhook', id), webhookFold);
  return state ? { kind: 'dead-letters', items: state.deadLetters } : problem('webhook-not-found');
}

/** A webhook without its secret; of its dead letters how many there are. */
export interface ShownWebhook extends Omit<ExistingWebhook, 'deadLetters' | 'secret'> {
  readonly id: string;
  readonly deadLetters: number;
}

function shown(id: string, { deadLetters, secret: _secret, ...webhook }: ExistingWebhook): ShownWebhook {
  return { id, ...webhook, deadLetters: deadLetters.length };
}
