import { setTimeout as delay } from 'node:timers/promises';

import { startNats } from '@ledgerline/servers';

import { fill } from './fill.ts';
import { openLog } from './log.ts';
import type { Log } from './log.ts';
import { inLanes, measure } from './measure.ts';
import type { Figures } from './measure.ts';

const commits = 25;
const rounds = 300;

/** How quickly one ticket's 25 commits (700 bytes) are read back, from tickets whose commits lie near or far from each other. */
export async function loadCosts(tickets: number): Promise<string[]> {
  const server = await startNats({ syncAlways: false });
  try {
    const log = await openLog([server.url], 'LOADS');
    const body = new Uint8Array(700);
    await fill(log, tickets * commits, (n) => ({ subject: `LOADS.ticket.far${n % tickets}`, body }));
    await fill(log, tickets * commits, (n) => ({ subject: `LOADS.ticket.near${Math.floor(n / commits)}`, body }));
    const figures: Figures[] = [];
    for (const spread of ['near', 'far']) {
      const subject = (n: number): string => `LOADS.ticket.${spread}${(n * 7919) % tickets}`;
      const where = `${commits} commits ${spread === 'far' ? `spread over ${tickets * commits}` : 'next to each other'}`;
      figures.push(
        await measure(`direct batch, ${where}`, async (timed) => {
          for (let n = 0; n < rounds; n++) await timed(() => loaded(log, subject(n)));
        }),
        await measure(`direct batch, 16 readers, ${where}`, (timed) =>
          inLanes(16, rounds / 4, (lane, n) => timed(() => loaded(log, subject(lane * 1000 + n)))),
        ),
        await measure(`direct get of the last, ${where}`, async (timed) => {
          for (let n = 0; n < rounds; n++)
            await timed(() => log.manager.direct.getMessage(log.name, { last_by_subj: subject(n) }));
        }),
        await measure(`leader's get of the last, ${where}`, async (timed) => {
          for (let n = 0; n < rounds; n++)
            await timed(() => log.manager.streams.getMessage(log.name, { last_by_subj: subject(n) }));
        }),
        await measure(`leader's get, one by one, ${where}`, async (timed) => {
          for (let n = 0; n < rounds / 4; n++) await timed(() => loadedFromLeader(log, subject(n)));
        }),
        await measure(`direct gets by known sequences, all at once, ${where}`, async (timed) => {
          for (let n = 0; n < rounds; n++)
            await timed(() => loadedBySequence(log, sequences(spread, (n * 7919) % tickets, tickets)));
        }),
      );
    }
    figures.push(
      await measure('direct multi-last of 64 subjects', async (timed) => {
        for (let n = 0; n < rounds; n++) {
          await timed(async () => {
            const subjects = Array.from({ length: 64 }, (_, k) => `LOADS.ticket.far${(n * 64 + k) % tickets}`);
            const last = await log.manager.direct.getLastMessagesFor(log.name, { multi_last: subjects });
            let count = 0;
            for await (const _ of last) count++;
            if (count !== 64) throw new Error(`${count} of 64`);
          });
        }
      }),
    );
    await log.close();
    await server.restart();
    await delay(2000);
    const again = await openLog([server.url], 'LOADS');
    figures.push(
      await measure(`direct batch after a restart, ${commits} commits spread over ${tickets * commits}`, async (timed) => {
        for (let n = 0; n < 40; n++) await timed(() => loaded(again, `LOADS.ticket.far${(n * 7919) % tickets}`));
      }),
    );
    await again.close();
    return figures.map(
      ({ what, p50, p99, perSecond }) => `| ${what} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${Math.round(perSecond)} |`,
    );
  } finally {
    await server.stop();
  }
}

async function loaded(log: Log, subject: string): Promise<void> {
  const messages = await log.manager.direct.getBatch(log.name, { seq: 1, next_by_subj: subject, batch: 1000 });
  let count = 0;
  for await (const _ of messages) count++;
  if (count !== commits) throw new Error(`${count} of ${commits} of ${subject}`);
}

async function loadedFromLeader(log: Log, subject: string): Promise<void> {
  let after = 0;
  for (let count = 0; count < commits; count++) {
    const message = await log.manager.streams.getMessage(log.name, { seq: after + 1, next_by_subj: subject } as never);
    if (message === null) throw new Error(`${count} of ${commits} of ${subject}`);
    after = message.seq;
  }
}

function sequences(spread: string, ticket: number, tickets: number): number[] {
  return Array.from(
    { length: commits },
    (_, n) => (spread === 'far' ? n * tickets + ticket : tickets * commits + ticket * commits + n) + 1,
  );
}

/** As a reader could whose tail message lists the sequences of those before it. */
async function loadedBySequence(log: Log, known: readonly number[]): Promise<void> {
  const messages = await Promise.all(known.map((seq) => log.manager.direct.getMessage(log.name, { seq })));
  if (new Set(messages.map((message) => message?.subject)).size !== 1) throw new Error('not one subject');
}
