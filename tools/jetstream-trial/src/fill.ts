import { headers, nuid } from '@nats-io/transport-node';

import type { Log } from './log.ts';

/** Publishes `count` unguarded messages quickly: atomic batches of 1000, each acknowledged before the next. */
export async function fill(
  log: Log,
  count: number,
  message: (n: number) => { subject: string; body: Uint8Array },
): Promise<void> {
  for (let start = 0; start < count; start += 1000) {
    const id = nuid.next();
    const size = Math.min(1000, count - start);
    for (let n = 1; n <= size; n++) {
      const { subject, body } = message(start + n - 1);
      const named = headers();
      named.set('Nats-Batch-Id', id);
      named.set('Nats-Batch-Sequence', String(n));
      if (n < size) log.connection.publish(subject, body, { headers: named });
      else {
        named.set('Nats-Batch-Commit', '1');
        const answer = (await log.connection.request(subject, body, { headers: named, timeout: 60_000 })).json<{
          error?: object;
        }>();
        if (answer.error !== undefined) throw new Error(JSON.stringify(answer.error));
      }
    }
  }
}
