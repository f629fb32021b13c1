import { CopyOfFollower, readinessSubject, sleep, type Follower, type Ledgerline } from '@ledgerline/host';
import { NoHandler, RequestTimeout, type Position } from '@ledgerline/kernel';
import { WatchedClock } from '../ticker/watched-clock.js';
import { DigestSending } from './digest-sending.js';

const [name, place] = ['digests', 'digests@1'];
/** Milliseconds between looks at the schedules, and between saves; that something due may wait before it counts as forsaken. */
const [looksEvery, savesEvery, patience] = [2_000, 30_000, 120_000];

/**
 * Sends digests when they are due (R11), with the ticker's habits (ADR 0012): one copy is at it, a clock in doubt makes it keep still, and
 * what two copies do at once is done once, because a digest's id derives from schedule, period and reader.
 */
export async function runDigests(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const { bus, checkpoints, clock, configuration, log, store } = ledgerline;
  const watched = new WatchedClock(ledgerline);
  const sending = new DigestSending(ledgerline);
  const follower: Follower = {
    place,
    position: () => checkpoints.get(place),
    claim: () => checkpoints.claim(place),
    isWaitedFor: () => sending.hasWaitedSince(clock.now() - patience),
    run: (owner, over) => sendUntil(over, owner, { ledgerline, watched, sending }),
  };
  const hearing = await bus.hear(readinessSubject(configuration.site), (report) => watched.hear(report));
  try {
    await new CopyOfFollower({ name, log, store }).run(follower, signal);
  } finally {
    await hearing.stop();
  }
}

interface Parts {
  readonly ledgerline: Ledgerline;
  readonly watched: WatchedClock;
  readonly sending: DigestSending;
}

async function sendUntil(signal: AbortSignal, owner: number, { ledgerline, watched, sending }: Parts): Promise<void> {
  const { checkpoints, supervision } = ledgerline;
  let savedAt = Number.NEGATIVE_INFINITY;
  /** Finds out too whether another copy has taken over. @throws Fenced */
  const save = async (reached: Position) => {
    if (performance.now() - savedAt < savesEvery) return;
    await checkpoints.set(place, reached, owner);
    savedAt = performance.now();
  };
  for (let reached = await checkpoints.get(place); !signal.aborted; await sleep(looksEvery, signal)) {
    reached = await watched.lookAtLog(reached);
    supervision.keepsStill(name, watched.whyNot() ?? (await sent(sending, signal)));
    await save(reached);
  }
  supervision.keepsStill(name, undefined);
}

/** @returns why something that is due could not be sent */
async function sent(sending: DigestSending, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await sending.sendWhatIsDue(signal);
  } catch (error) {
    if (!(error instanceof NoHandler || error instanceof RequestTimeout)) throw error;
    return `a service does not answer: ${error.message}`;
  }
}
