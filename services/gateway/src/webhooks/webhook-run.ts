import { webhookFold, type CloudEvent, type DeadLetter, type KeptDeadLetter } from '@ledgerline/domain';
import type { Principal } from '@ledgerline/contracts';
import { idOfDigest, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { LogRestored, openCommit, streamName, type Position, type StoredCommit } from '@ledgerline/kernel';
import { cloudEventsOf } from '../feed/cloud-events.js';
import { Delivery, type SentWebhook } from './delivery.js';
import type { GuardedPosts } from './guarded-post.js';

export const webhookCheckpoint = (id: string): string => `webhook-${id}@1`;
/** Milliseconds between saves where nothing was sent: what a restart passes over again. */
const savesEvery = 1_000;
/** Events given up one after the other, after which the receiver is taken for broken. */
const mostGivenUp = 20;

/** An event to tell, and the trace that its commit was a part of. */
interface TracedEvent {
  readonly event: CloudEvent;
  readonly trace: string | undefined;
}

/** One life of one active webhook: what was ordered again first, then the log from where it stopped, in its order. */
export class WebhookRun {
  private readonly delivery: Delivery;
  private readonly principal: Principal;
  private saved = 0;
  private givenUp = 0;

  /** @param owner of the claim on its checkpoint */
  constructor(
    private readonly webhook: SentWebhook,
    private readonly owner: number,
    posts: GuardedPosts,
    private readonly ledgerline: Ledgerline,
  ) {
    const { id, roles, departments, scopes } = webhook;
    this.principal = { kind: 'token', id, roles, departments, scopes };
    this.delivery = new Delivery(webhook, posts, ledgerline);
  }

  static async webhookNow(id: string, { commands }: Pick<Ledgerline, 'commands'>): Promise<SentWebhook | undefined> {
    const { state } = await commands.current(streamName('webhook', id), webhookFold);
    return state && { ...state, id };
  }

  /** Until the signal, or until it is hopeless. @throws Fenced */
  async run(signal: AbortSignal): Promise<void> {
    for (const letter of this.webhook.deadLetters) if (letter.again) await this.tryAgain(letter, signal);
    let after = await this.position();
    for await (const commits of this.ledgerline.store.follow(after, { signal, batch: 100 }))
      for (const commit of commits) {
        if (!(await this.take(commit, after, signal))) return;
        after = commit.position;
      }
  }

  /** @returns false where it is over with the webhook */
  private async take(commit: StoredCommit, after: Position, signal: AbortSignal): Promise<boolean> {
    const events = await cloudEventsOf([commit], this.principal, this.ledgerline, this.webhook.types);
    const trace = this.ledgerline.traces && openCommit(commit).events[0]?.meta.trace;
    for (const event of events) if (!(await this.deliver({ event, trace }, after, signal))) return false;
    if (events.length === 0 && performance.now() - this.saved < savesEvery) return true;
    await this.ledgerline.checkpoints.set(webhookCheckpoint(this.webhook.id), commit.position, this.owner);
    this.saved = performance.now();
    return true;
  }

  private async deliver({ event, trace }: TracedEvent, after: Position, signal: AbortSignal): Promise<boolean> {
    const end = await this.delivery.send(event, signal, trace);
    if (end.kind === 'delivered') {
      this.givenUp = 0;
      return true;
    }
    if (end.kind === 'hopeless') return this.disable(event, { why: end.why, failingSince: end.failingSince });
    const { attempts, why } = end;
    const letter: DeadLetter = { event: event.id, type: event.type, ticket: event.subject, after, attempts, why };
    await this.tell('give-up-delivery', event.id, letter);
    this.givenUp += 1;
    return this.givenUp < mostGivenUp || this.disable(event, { why: 'refuses-everything', failingSince: event.time });
  }

  /** Its position stands before the event that failed: once it is resumed it goes on there. */
  private async disable({ id }: CloudEvent, facts: { readonly why: string; readonly failingSince: string }): Promise<false> {
    this.ledgerline.log.error({ webhook: this.webhook.id, ...facts }, 'a webhook is switched off after a long failure');
    await this.tell('disable-webhook', `${id} ${facts.failingSince}`, facts);
    return false;
  }

  private async tryAgain({ event: id, after, attempts }: KeptDeadLetter, signal: AbortSignal): Promise<void> {
    const event = await this.eventAt(id, after);
    const { verdict, why } = event ? await this.delivery.once(event, signal) : { verdict: 'gone', why: 'not-in-the-log' };
    if (verdict === 'delivered') await this.tell('make-good-delivery', `${id} ${attempts}`, { event: id });
    else await this.tell('fail-redelivery', `${id} ${attempts}`, { event: id, why });
  }

  private async eventAt(id: string, after: Position | undefined): Promise<CloudEvent | undefined> {
    try {
      const events = await cloudEventsOf(await this.ledgerline.store.read(after, 1), this.principal, this.ledgerline);
      return events.find((event) => event.id === id);
    } catch (error) {
      if (error instanceof LogRestored) return undefined;
      throw error;
    }
  }

  /** Where it stopped; else where it was told to begin, or at its own creation. */
  private async position(): Promise<Position> {
    const kept = (await this.ledgerline.checkpoints.get(webhookCheckpoint(this.webhook.id))) ?? this.webhook.after;
    if (kept !== undefined) return kept;
    const [created] = await this.ledgerline.store.load(streamName('webhook', this.webhook.id));
    return (created as StoredCommit).position;
  }

  /** As `system`; sent again, under the same id, it changes nothing. */
  private async tell(command: string, about: string, body: object): Promise<void> {
    const { id } = this.webhook;
    const request: CommandRequest = {
      id,
      command: idOfDigest(this.ledgerline.digest('ids', `${id} ${command} ${about}`)),
      body,
      principal: { kind: 'system', id: 'deliver-webhooks', roles: ['system'], departments: [] },
    };
    const reply = await this.ledgerline.ask<CommandReply>('administration', command, request);
    if (reply.kind === 'problem') this.ledgerline.log.debug({ webhook: id, command, code: reply.code }, 'refused');
  }
}
