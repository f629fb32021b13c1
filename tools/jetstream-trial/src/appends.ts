import { randomUUID } from 'node:crypto';

import { startFastIngest } from '@nats-io/jetstream/internal';

import { fsyncFloor } from './floor.ts';
import { groupCommit } from './group-commit.ts';
import { append, appendBatch, mustBeTaken, openLog } from './log.ts';
import type { Append, Log } from './log.ts';
import { inLanes, measure } from './measure.ts';
import type { Figures } from './measure.ts';

const ticket = (log: Log): string => `${log.name}.ticket.${randomUUID()}`;

/** Writers, the fewest and the most in a batch, batches in flight. */
const groupings = [
  [4, Infinity, 256, Infinity],
  [4, 2, 256, 1],
  [16, Infinity, 256, Infinity],
  [16, 2, 256, 1],
  [16, 8, 256, 1],
  [64, Infinity, 256, Infinity],
  [64, 8, 256, 1],
  [64, 8, 32, 4],
  [256, Infinity, 256, Infinity],
  [256, 8, 256, 1],
  [256, 8, 64, 4],
] as const;

/** What a guarded durable append costs, one by one, at once, and grouped; `scale` is roughly how many hundreds of steps. */
export async function appendCosts(
  servers: readonly string[],
  replicas: number,
  bytes: number,
  scale: number,
): Promise<Figures[]> {
  const log = await openLog(servers, `log-r${replicas}-${bytes}`.toUpperCase(), { num_replicas: replicas });
  const body = new Uint8Array(bytes).fill(0x61);
  const fresh = (): Append => ({ subject: ticket(log), guard: 0, body });
  const figures = [await fsyncFloor(bytes, 1, scale * 20), await fsyncFloor(bytes, 64, scale * 5)];
  const add = async (...parameters: Parameters<typeof measure>): Promise<void> => {
    figures.push(await measure(...parameters));
  };

  await add('one publisher, one at a time', async (timed) => {
    for (let n = 0; n < scale * 20; n++) await timed(async () => mustBeTaken(await append(log, fresh())));
  });
  for (const size of [8, 64, 256, 1000]) {
    await add(
      `atomic batches of ${size} streams' commits, one after the other`,
      async (timed) => {
        for (let n = 0; n < Math.max(5, scale * 2); n++) {
          await timed(async () => mustBeTaken(await appendBatch(log, Array.from({ length: size }, fresh))));
        }
      },
      size,
    );
  }
  for (const [lanes, fewest, largest, inFlight] of groupings) {
    const send = groupCommit(log, { fewest, largest, inFlight });
    const what = fewest > largest ? 'a message each' : `grouped: ${fewest} to ${largest} in a batch, ${inFlight} in flight`;
    await add(`${lanes} writers, ${what}`, (timed) => {
      const lastOf: Append[] = [];
      return inLanes(lanes, Math.ceil((scale * 40) / lanes), (lane) =>
        timed(async () => {
          const one = lastOf[lane] ?? fresh();
          lastOf[lane] = { ...one, guard: await send(one) };
        }),
      );
    });
  }
  await add(
    'fast batch (2.14), 64 messages to a batch, not atomic',
    async (timed) => {
      for (let n = 0; n < Math.max(5, scale); n++) await timed(() => fastBatch(log, Array.from({ length: 64 }, fresh)));
    },
    64,
  );
  await log.close();
  return figures;
}

async function fastBatch(log: Log, many: readonly Append[]): Promise<void> {
  const options = ({ guard }: Append) => ({ expect: { lastSubjectSequence: guard } });
  const [first, ...rest] = many as [Append, ...Append[]];
  const last = rest.pop() ?? first;
  const batch = await startFastIngest(log.connection, first.subject, first.body, {
    ...options(first),
    allowGaps: false,
    ackInterval: 32,
  });
  for (const one of rest) await batch.add(one.subject, one.body, options(one));
  await batch.last(last.subject, last.body, options(last));
}
