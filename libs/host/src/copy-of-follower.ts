import { Fenced, type EventStore, type Position } from '@ledgerline/kernel';
import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import { sleep } from './supervision.js';

/** What follows the log and keeps a checkpoint: a projection on one generation, or a process manager. */
export interface Follower {
  /** Claims are of a place: where it changes, who followed the log claims anew and who stood by stands by. */
  readonly place: string;
  /** The checkpoint, whichever copy wrote it. */
  position(): Promise<Position | undefined>;
  claim(): Promise<number>;
  /** Of one whose work comes from elsewhere than the log: something waits to be done, and should have been by now. */
  isWaitedFor?(): Promise<boolean>;
  /** Until the signal. @throws Fenced when another copy has claimed */
  run(owner: number, signal: AbortSignal): Promise<void>;
}

export interface CopyParts {
  readonly name: string;
  readonly store: Pick<EventStore, 'compare' | 'end'>;
  readonly log: Pick<Logger, 'info' | 'debug'>;
  /** Told whenever this copy begins to stand by, or to follow the log. */
  readonly onStandBy?: (standsBy: boolean) => void;
  /** Milliseconds for which an owner may stand still before it counts as gone. */
  readonly patience?: number;
}

/** Milliseconds between looks at the owner's checkpoint, and the longest patience. */
const [looksEvery, mostPatience] = [500, 60_000];

/**
 * This process's copy of a follower. Of several copies one follows the log; the others stand by. A copy claims when it
 * starts. One that was shut out waits until the owner's checkpoint has stood still for some seconds while the log has gone
 * on, and claims then. An owner that broke goes on under its old claim, so that it takes nothing from another that has
 * taken over meanwhile. Who takes over and is shut out soon after is twice as patient the next time: copies that are all
 * too slow do not fight.
 */
export class CopyOfFollower {
  private readonly firstPatience: number;
  private patience: number;
  private claim: { readonly place: string; readonly owner: number } | undefined;
  private standsBy = false;
  private tookOverAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: CopyParts) {
    this.firstPatience = parts.patience ?? 5_000;
    this.patience = this.firstPatience;
  }

  /** Until the signal. @throws what broke the follower, or the looks of one that stands by */
  async run(follower: Follower, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (this.standsBy) {
        await this.untilForsaken(follower, signal);
        if (signal.aborted) return;
        this.tookOverAt = performance.now();
        this.toStandBy(false);
      }
      const owner = await this.ownerOf(follower);
      try {
        return await follower.run(owner, signal);
      } catch (error) {
        if (!(error instanceof Fenced)) throw error;
        this.shutOut();
      }
    }
  }

  private async ownerOf({ place, claim }: Follower): Promise<number> {
    if (this.claim?.place !== place) {
      this.claim = { place, owner: await claim() };
      // At a start everybody follows, which is no news; whoever takes over says so.
      const level = Number.isFinite(this.tookOverAt) ? 'info' : 'debug';
      this.parts.log[level]({ follower: this.parts.name, ...this.claim }, 'follows the log');
    }
    return this.claim.owner;
  }

  private shutOut(): void {
    const owned = performance.now() - this.tookOverAt;
    this.patience =
      owned < mostPatience ? Math.min(this.patience * 2, Math.max(mostPatience, 2 * this.firstPatience)) : this.firstPatience;
    this.claim = undefined;
    this.toStandBy(true);
    this.parts.log.info({ follower: this.parts.name, patience: this.patience }, 'another process follows the log: stands by');
  }

  private toStandBy(standsBy: boolean): void {
    this.standsBy = standsBy;
    this.parts.onStandBy?.(standsBy);
  }

  /** Until the checkpoint has stood still for as long as our patience lasts, with something after it in the log. */
  private async untilForsaken(follower: Pick<Follower, 'position' | 'isWaitedFor'>, signal: AbortSignal): Promise<void> {
    const { store } = this.parts;
    const patience = this.patience + randomInt(this.firstPatience / 5);
    let before: Position | undefined;
    for (let since = performance.now(); !signal.aborted; await sleep(Math.min(looksEvery, patience / 4), signal)) {
      const position = await follower.position();
      const isIdle = follower.isWaitedFor
        ? !(await follower.isWaitedFor())
        : position !== undefined && store.compare(position, await store.end()) >= 0;
      if (isIdle || position !== before) since = performance.now();
      if (performance.now() - since > patience) return;
      before = position;
    }
  }
}
