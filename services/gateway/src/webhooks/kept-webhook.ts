import { sleep, untilAborted, type Ledgerline } from '@ledgerline/host';
import { Fenced } from '@ledgerline/kernel';
import type { GuardedPosts } from './guarded-post.js';
import { webhookCheckpoint, WebhookRun } from './webhook-run.js';

export interface KeptParts {
  readonly ledgerline: Ledgerline;
  readonly posts: GuardedPosts;
}

const [firstPause, longestPause] = [200, 30_000];

/** One webhook while this process delivers: begins anew when it was changed, and after what broke; another owner ends it. */
export class KeptWebhook {
  private life = new AbortController();
  private fenced: Fenced | undefined;
  private readonly end: Promise<void>;

  constructor(
    private readonly id: string,
    private readonly parts: KeptParts,
    private readonly over: AbortSignal,
  ) {
    this.end = this.keep();
  }

  /** With the terms as they are now: a try that is under way is broken off, and its event comes again under the same id. */
  startAnew(): void {
    const before = this.life;
    this.life = new AbortController();
    before.abort();
  }

  /** @throws Fenced where another process has taken the webhook over */
  throwIfFenced(): void {
    if (this.fenced) throw this.fenced;
  }

  ended(): Promise<void> {
    return this.end;
  }

  private async keep(): Promise<void> {
    const { checkpoints, log } = this.parts.ledgerline;
    let owner: number | undefined;
    let pause = firstPause;
    while (!this.over.aborted && !this.fenced) {
      const life = this.life.signal;
      const signal = AbortSignal.any([life, this.over]);
      try {
        owner ??= await checkpoints.claim(webhookCheckpoint(this.id));
        await this.live(owner, signal);
        pause = firstPause;
        // Not active, or switched off: until somebody changes it.
        await untilAborted(signal);
      } catch (error) {
        if (signal.aborted) continue;
        if (error instanceof Fenced) this.fenced = error;
        else {
          log.warn({ err: error, webhook: this.id }, 'a webhook broke off');
          await sleep(pause, signal);
          pause = Math.min(pause * 2, longestPause);
        }
      }
    }
  }

  private async live(owner: number, signal: AbortSignal): Promise<void> {
    const { ledgerline, posts } = this.parts;
    const webhook = await WebhookRun.webhookNow(this.id, ledgerline);
    if (webhook?.state === 'active') await new WebhookRun(webhook, owner, posts, ledgerline).run(signal);
  }
}
