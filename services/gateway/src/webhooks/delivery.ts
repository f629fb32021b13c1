import type { CloudEvent, ExistingWebhook } from '@ledgerline/domain';
import { sleep, type Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { pauseAfter, verdictOf, whyOf } from './retries.js';
import type { GuardedPosts, PostOutcome } from './guarded-post.js';
import { signedCall } from './signed-call.js';

/** What became of an event in the end. */
export type Delivered =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'given-up'; readonly attempts: number; readonly why: string }
  | { readonly kind: 'hopeless'; readonly why: string; readonly failingSince: string };

export type SentWebhook = ExistingWebhook & { readonly id: string };

/**
 * Sends events of one webhook, one at a time. What the receiver refuses is tried some times; while it is not there nothing is given up and nothing overtakes: only
 * after a long failure it is hopeless.
 */
export class Delivery {
  private failingSince: number | undefined;

  constructor(
    private readonly webhook: SentWebhook,
    private readonly posts: GuardedPosts,
    private readonly ledgerline: Pick<Ledgerline, 'clock' | 'digest' | 'log' | 'traces'>,
  ) {}

  /** @param trace `traceparent` of the commit that is told of */
  async send(event: CloudEvent, signal: AbortSignal, trace?: string): Promise<Delivered> {
    for (let [attempt, refusals] = [1, 0]; ; attempt += 1) {
      const { verdict, why, outcome } = await this.once(event, signal, trace);
      if (verdict === 'delivered') return { kind: 'delivered' };
      this.failingSince ??= this.ledgerline.clock.now();
      if (verdict === 'refused') refusals += 1;
      this.ledgerline.log.info({ webhook: this.webhook.id, event: event.id, attempt, why }, 'a webhook call failed');
      if (verdict === 'gone' || this.failsForLong()) return this.hopeless(why);
      if (refusals >= this.webhook.attempts) return { kind: 'given-up', attempts: attempt, why };
      const firstPause = milliseconds(this.webhook.firstPause);
      await sleep(pauseAfter(attempt, { firstPause, outcome, random: Math.random() }), signal);
      signal.throwIfAborted();
    }
  }

  /** One try, whatever comes of it. */
  async once(event: CloudEvent, signal: AbortSignal, trace?: string) {
    const outcome = await this.post(event, signal, trace);
    const verdict = verdictOf(outcome);
    if (verdict === 'delivered') this.failingSince = undefined;
    return { outcome, verdict, why: whyOf(outcome) };
  }

  /** A receiver is a stranger: it is not told the trace, and its address, which may hold a secret, is not either. */
  private post(event: CloudEvent, signal: AbortSignal, trace: string | undefined): Promise<PostOutcome> {
    const { traces } = this.ledgerline;
    const call = () => this.posts.post(signedCall(event, this.webhook, this.ledgerline), signal);
    if (traces === undefined) return call();
    const attributes = { 'ledgerline.webhook': this.webhook.id, 'ledgerline.event': event.type };
    return traces.within({ name: 'call webhook', kind: 'client', attributes, parent: trace ?? null }, async (span) => {
      const outcome = await call();
      if (verdictOf(outcome) !== 'delivered') span.failed(whyOf(outcome));
      return outcome;
    });
  }

  private failsForLong(): boolean {
    const since = this.failingSince ?? this.ledgerline.clock.now();
    return this.ledgerline.clock.now() - since >= milliseconds(this.webhook.giveUpAfter);
  }

  private hopeless(why: string): Delivered {
    return { kind: 'hopeless', why, failingSince: instantText(this.failingSince ?? this.ledgerline.clock.now()) };
  }
}

function milliseconds(duration: string): number {
  return Temporal.Duration.from(duration).total('milliseconds');
}
