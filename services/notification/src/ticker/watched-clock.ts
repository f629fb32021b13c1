import { thisProcess, type Ledgerline, type ReadinessReport } from '@ledgerline/host';
import { siteOf, type Position } from '@ledgerline/kernel';
import { ClockDoubt } from './clock-doubt.js';

/** Milliseconds of silence after which a peer counts as gone. */
const peerSilence = 5_000;

/** The clock beside what the log and other processes say of the time: what acts by it keeps still while it is in doubt. */
export class WatchedClock {
  private readonly doubt = new ClockDoubt();
  private readonly peers = new Map<string, { readonly ahead: number; readonly at: number }>();
  private logTime: number | undefined;

  constructor(private readonly ledgerline: Pick<Ledgerline, 'clock' | 'configuration' | 'store'>) {}

  hear({ process, clock }: ReadinessReport): void {
    if (process !== thisProcess) this.peers.set(process, { ahead: clock - this.ledgerline.clock.now(), at: performance.now() });
  }

  /** Why it is not believed; undefined where it is. */
  whyNot(): string | undefined {
    const { clock } = this.ledgerline;
    for (const [process, { at }] of this.peers) if (performance.now() - at > peerSilence) this.peers.delete(process);
    return this.doubt.look({
      now: clock.now(),
      monotonic: clock.monotonic?.() ?? performance.now(),
      ...(this.logTime === undefined ? {} : { logTime: this.logTime }),
      peers: [...this.peers.values()].map(({ ahead }) => ahead),
    });
  }

  /**
   * What this installation wrote says it: another one's clock is its own affair. The first event after the log's end as it was at the last look says what time it is at least; the whole log need not be read.
   *
   * @returns the log's end now, for the next look
   */
  async lookAtLog(reached: Position | undefined): Promise<Position> {
    const { store } = this.ledgerline;
    const [first] = reached === undefined ? [] : await store.read(reached, 1);
    const isOwn = first !== undefined && siteOf(first) === this.ledgerline.configuration.site;
    const recordedAt = /"recordedAt":"([^"]+)"/.exec(first?.text ?? '')?.[1];
    if (isOwn && recordedAt !== undefined)
      this.logTime = Math.max(this.logTime ?? 0, Temporal.Instant.from(recordedAt).epochMilliseconds);
    return store.end();
  }
}
