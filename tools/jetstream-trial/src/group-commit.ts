import { append, appendBatch, mustBeTaken } from './log.ts';
import type { Append, Log } from './log.ts';

export interface Grouping {
  /** Fewer than this are sent as a message each, all at once. */
  readonly fewest: number;
  readonly largest: number;
  readonly inFlight: number;
}

interface Waiting {
  readonly one: Append;
  readonly taken: (seq: number) => void;
  readonly failed: (error: unknown) => void;
}

/** Gathers what comes while up to `inFlight` groups are on their way, and sends it as the next group. */
export function groupCommit(log: Log, { fewest, largest, inFlight }: Grouping): (one: Append) => Promise<number> {
  const waiting: Waiting[] = [];
  let sending = 0;
  const send = async (): Promise<void> => {
    if (sending >= inFlight) return;
    sending++;
    while (waiting.length > 0) {
      const group = waiting.splice(0, largest);
      await (group.length < fewest ? oneByOne(log, group) : together(log, group));
    }
    sending--;
  };
  return (one) =>
    new Promise((taken, failed) => {
      waiting.push({ one, taken, failed });
      queueMicrotask(() => void send());
    });
}

async function oneByOne(log: Log, group: readonly Waiting[]): Promise<void> {
  await Promise.all(group.map(({ one, taken, failed }) => append(log, one).then(mustBeTaken).then(taken, failed)));
}

/** A batch's messages have consecutive sequences, of which the answer gives the last. */
async function together(log: Log, group: readonly Waiting[]): Promise<void> {
  try {
    const appends = group.map(({ one }) => one);
    const last = mustBeTaken(await appendBatch(log, appends));
    group.forEach(({ taken }, index) => taken(last - group.length + 1 + index));
  } catch (error) {
    for (const { failed } of group) failed(error);
  }
}
