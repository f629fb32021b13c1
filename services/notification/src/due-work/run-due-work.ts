import { CopyOfFollower, readinessSubject, sleep, type Follower, type Ledgerline } from '@ledgerline/host';
import { NoHandler, RequestTimeout, type Position } from '@ledgerline/kernel';
import { WatchedClock } from '../ticker/watched-clock.js';

/** Something that is due by the calendar or by a date. Whoever does it twice finds it done. */
export interface DueWork {
  /** Of the loop in `/health/ready`. */
  readonly name: string;
  /** Name of the checkpoint by which it is claimed. */
  readonly place: string;
  /** @returns what something that is due waits for; undefined where nothing does */
  doWhatIsDue(signal: AbortSignal): Promise<string | undefined>;
  /** True where something has been due since before an instant (milliseconds since the epoch). */
  hasWaitedSince(before: number): Promise<boolean>;
}

/** Milliseconds between looks at what is due, and between saves; that something due may wait before it counts as forsaken. */
const [looksEvery, savesEvery, patience] = [2_000, 30_000, 120_000];

/** With the ticker's habits (ADR 0012): one copy is at it, and a clock in doubt makes it keep still. */
export async function runDueWork(ledgerline: Ledgerline, signal: AbortSignal, work: DueWork): Promise<void> {
  const { bus, checkpoints, clock, configuration, log, store } = ledgerline;
  const watched = new WatchedClock(ledgerline);
  const follower: Follower = {
    place: work.place,
    position: () => checkpoints.get(work.place),
    claim: () => checkpoints.claim(work.place),
    isWaitedFor: () => work.hasWaitedSince(clock.now() - patience),
    run: (owner, over) => workUntil(over, owner, { ledgerline, watched, work }),
  };
  const hearing = await bus.hear(readinessSubject(configuration.site), (report) => watched.hear(report));
  try {
    await new CopyOfFollower({ name: work.name, log, store }).run(follower, signal);
  } finally {
    await hearing.stop();
  }
}

interface Parts {
  readonly ledgerline: Ledgerline;
  readonly watched: WatchedClock;
  readonly work: DueWork;
}

async function workUntil(signal: AbortSignal, owner: number, { ledgerline, watched, work }: Parts): Promise<void> {
  const { checkpoints, supervision } = ledgerline;
  const { name, place } = work;
  let savedAt = Number.NEGATIVE_INFINITY;
  /** Finds out too whether another copy has taken over. @throws Fenced */
  const save = async (reached: Position) => {
    if (performance.now() - savedAt < savesEvery) return;
    await checkpoints.set(place, reached, owner);
    savedAt = performance.now();
  };
  for (let reached = await checkpoints.get(place); !signal.aborted; await sleep(looksEvery, signal)) {
    reached = await watched.lookAtLog(reached);
    supervision.keepsStill(name, watched.whyNot() ?? (await done(work, signal)));
    await save(reached);
  }
  supervision.keepsStill(name, undefined);
}

/** @returns why something that is due could not be done */
async function done(work: DueWork, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await work.doWhatIsDue(signal);
  } catch (error) {
    if (!(error instanceof NoHandler || error instanceof RequestTimeout)) throw error;
    return `a service does not answer: ${error.message}`;
  }
}
