import { CopyOfFollower, readinessSubject, sleep, type Follower, type Ledgerline } from '@ledgerline/host';
import { NoHandler, RequestTimeout, type Position, type StreamName } from '@ledgerline/kernel';
import { DueStreams } from './due-streams.js';
import { Visits } from './visits.js';
import { WatchedClock } from './watched-clock.js';

const name = 'ticker';
const place = 'ticker@1';
/** Milliseconds between ticks; that a step may wait before it counts as forsaken. */
const [ticksEvery, patience] = [250, 5_000];
/** Milliseconds between saves of the checkpoint while nothing is due. */
const savesEvery = 30_000;
/** Streams at once: their commands become durable together. */
const [abreast, day] = [256, 86_400_000];

/**
 * Turns what is due into commands (rule 10). Of several copies one is at it; the others stand by, and take over where due
 * steps stay lying. That two do it at once for a moment changes nothing: a command's id is the step's, and it is decided
 * again on the ticket as it stands.
 */
export async function runTicker(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const { checkpoints, log, store, watch } = ledgerline;
  const onStandBy = (standsBy: boolean) => watch.standBy('processManagers', name, standsBy);
  const copy = new CopyOfFollower({ name, log, store, onStandBy });
  const ticker = new Ticker(ledgerline);
  const follower: Follower = {
    place,
    position: () => checkpoints.get(place),
    claim: () => checkpoints.claim(place),
    isWaitedFor: () => ticker.stepsWait(),
    run: (owner, over) => ticker.run(owner, over),
  };
  const hearing = await ledgerline.bus.hear(readinessSubject(ledgerline.configuration.site), (report) =>
    ticker.watched.hear(report),
  );
  try {
    await copy.run(follower, signal);
  } finally {
    await hearing.stop();
  }
}

class Ticker {
  private readonly due: DueStreams;
  private readonly visits: Visits;
  readonly watched: WatchedClock;
  private reached: Position | undefined;
  private savedAt = Number.NEGATIVE_INFINITY;
  /** Since when a service that it needs has not answered. */
  private unansweredSince: number | undefined;

  constructor(private readonly ledgerline: Ledgerline) {
    this.due = new DueStreams(ledgerline);
    this.visits = new Visits(ledgerline);
    this.watched = new WatchedClock(ledgerline);
  }

  async run(owner: number, signal: AbortSignal): Promise<void> {
    const { checkpoints, supervision, watch } = this.ledgerline;
    this.reached = await checkpoints.get(place);
    while (!signal.aborted) {
      this.reached = await this.watched.lookAtLog(this.reached);
      const why = this.watched.whyNot() ?? (await this.work(owner, signal));
      supervision.keepsStill(name, why);
      if (performance.now() - this.savedAt > savesEvery) await this.save(owner);
      watch.report('processManagers', name, this.reached);
      await sleep(ticksEvery, signal);
    }
    supervision.keepsStill(name, undefined);
  }

  /** @returns the service that did not answer, if one has not for a while: it may be starting, or ending with this one */
  private async work(owner: number, signal: AbortSignal): Promise<string | undefined> {
    try {
      await this.tellSteps(owner, signal);
      await this.archiveWhatIsOver(owner, signal);
      this.unansweredSince = undefined;
      return undefined;
    } catch (error) {
      if (!(error instanceof NoHandler || error instanceof RequestTimeout)) throw error;
      this.unansweredSince ??= performance.now();
      const isStarting = performance.now() - this.unansweredSince < patience;
      return isStarting ? undefined : `a service does not answer: ${error.message}`;
    }
  }

  /** True where something has been due for longer than an owner needs. */
  stepsWait(): Promise<boolean> {
    return this.due.hasSteps(this.ledgerline.clock.now() - patience);
  }

  private async tellSteps(owner: number, signal: AbortSignal): Promise<void> {
    const now = this.ledgerline.clock.now();
    await this.forEach('steps', now + 1, { owner, signal, act: (stream) => this.visits.tellWhatIsDue(stream) });
  }

  private async archiveWhatIsOver(owner: number, signal: AbortSignal): Promise<void> {
    const before = this.ledgerline.clock.now() - this.ledgerline.configuration.archiveAfterDays * day;
    await this.forEach('over', before + 1, { owner, signal, act: (stream) => this.visits.archive(stream) });
  }

  /** Whatever is due before an instant, in order of time, many streams at once; a stream's own steps one after the other. */
  private async forEach(what: 'steps' | 'over', before: number, { owner, signal, act }: Work): Promise<void> {
    for await (const page of this.due.fresh(what, before)) {
      if (page.length > 0) await this.save(owner);
      const left = page.values();
      const worker = async () => {
        for (const one of left) {
          if (signal.aborted) return;
          await act(one.stream);
          this.due.seenTo(one);
        }
      };
      await Promise.all(Array.from({ length: Math.min(abreast, page.length) }, worker));
      if (signal.aborted) return;
    }
  }

  /** Finds out too whether another copy has taken over. @throws Fenced */
  private async save(owner: number): Promise<void> {
    if (this.reached === undefined) return;
    await this.ledgerline.checkpoints.set(place, this.reached, owner);
    this.savedAt = performance.now();
  }
}

interface Work {
  readonly owner: number;
  readonly signal: AbortSignal;
  readonly act: (stream: StreamName) => Promise<unknown>;
}
