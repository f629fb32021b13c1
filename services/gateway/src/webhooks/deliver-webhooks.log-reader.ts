import type { WebhookEventType } from '@ledgerline/domain';
import { networks, sleep, type Ledgerline, type LogReader, type LogReaderOptions } from '@ledgerline/host';
import {
  categoryOf,
  checkpointName,
  idOf,
  openCommit,
  NoHandler,
  RequestTimeout,
  SavedPlace,
  untilOneEnds,
  type StoredCommit,
} from '@ledgerline/kernel';
import { GuardedPosts } from './guarded-post.js';
import { KeptWebhook } from './kept-webhook.js';

const name = 'deliver-webhooks';
const version = 1;
const savesEvery = 1_000;
/** What the deliverer writes itself, and what changes nothing for it. */
const ownEvents: readonly WebhookEventType[] = ['DeliveryGivenUp', 'DeliveryMadeGood', 'RedeliveryFailed', 'WebhookDisabled'];

/**
 * Keeps every webhook going. It follows the log for what changes a webhook; each webhook follows it for its events, from a position of its own, so that none waits
 * for another, and a receiver that is away slows nobody.
 */
export const deliverWebhooks: LogReader = { name, version, run: (ledgerline, options) => new Webhooks(ledgerline).run(options) };

class Webhooks {
  private readonly kept = new Map<string, KeptWebhook>();
  private readonly posts: GuardedPosts;

  constructor(private readonly ledgerline: Ledgerline) {
    this.posts = new GuardedPosts(networks(ledgerline.configuration.webhookNetworks));
  }

  async run({ signal, owner, onReached }: LogReaderOptions): Promise<void> {
    const { checkpoints, store } = this.ledgerline;
    const place = await SavedPlace.of(checkpoints, { name: checkpointName({ name, version }), owner });
    const from = (place.reached ??= await store.end());
    onReached(from);
    const follow = async (over: AbortSignal) => {
      for (const id of await this.listed(over)) this.keep(id, over);
      for await (const batch of store.follow(from, { signal: over })) {
        for (const id of changedIn(batch)) this.keep(id, over);
        place.reached = (batch.at(-1) as StoredCommit).position;
        onReached(place.reached);
      }
    };
    const pause = async (over: AbortSignal) => {
      await sleep(savesEvery, over);
      for (const webhook of this.kept.values()) webhook.throwIfFenced();
    };
    await place.save();
    try {
      await untilOneEnds(signal, [follow, (over) => place.keepSaving(pause, over)]);
      await place.save();
    } finally {
      await Promise.all([...this.kept.values()].map((webhook) => webhook.ended()));
      this.posts.close();
    }
  }

  private keep(id: string, over: AbortSignal): void {
    const known = this.kept.get(id);
    if (known) known.startAnew();
    else this.kept.set(id, new KeptWebhook(id, { ledgerline: this.ledgerline, posts: this.posts }, over));
  }

  /** Every webhook that there is, once the list has come past all that this reader may have passed before. */
  private async listed(over: AbortSignal): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let cursor: string | undefined; !over.aborted;) {
      const page = await this.page(cursor);
      if (page.kind === 'problem') {
        await sleep(200, over);
        continue;
      }
      ids.push(...page.items.map(({ id }) => id));
      if (page.next === null) return ids;
      cursor = page.next;
    }
    return ids;
  }

  /** Other services may not be there yet when this one starts. */
  private async page(cursor: string | undefined): Promise<Page> {
    const principal = { kind: 'system', id: name, roles: ['system'], departments: [] };
    const body = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    try {
      return await this.ledgerline.ask<Page>('administration', 'webhooks', { body, principal });
    } catch (error) {
      if (error instanceof NoHandler || error instanceof RequestTimeout) return { kind: 'problem' };
      throw error;
    }
  }
}

type Page =
  | { readonly kind: 'page'; readonly items: readonly { readonly id: string }[]; readonly next: string | null }
  | { readonly kind: 'problem' };

function changedIn(batch: readonly StoredCommit[]): ReadonlySet<string> {
  const changed = batch.filter(
    (stored) =>
      categoryOf(stored.stream) === 'webhook' &&
      openCommit(stored).events.some(({ type }) => !ownEvents.includes(type as WebhookEventType)),
  );
  return new Set(changed.map(({ stream }) => idOf(stream)));
}
