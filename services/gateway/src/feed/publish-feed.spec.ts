import { expect, test } from '@jest/globals';
import { MemoryCheckpoints, MemoryEventStore } from '@ledgerline/adapter-memory';
import { publicEventsOf } from '@ledgerline/domain';
import { Fenced, sealCommit, streamName, type LastOutgoing, type OutgoingEvent, type Outlet } from '@ledgerline/kernel';
import { hash } from 'node:crypto';
import { publishAll } from './publish-feed.follower.js';

const sha256 = (text: string) => hash('sha256', text, 'base64url');
const meta = { at: '2026-11-26T00:00:00.000Z', recordedAt: '2026-11-26T00:00:00.000Z', actor: { kind: 'system', id: 's' }, site: 'main', correlation: 'c' } as const; // prettier-ignore

/** A broker that may die before it has an event, or after: then nobody is told. */
class DyingOutlet implements Outlet {
  readonly events: OutgoingEvent[] = [];
  dies: () => 'before' | 'after' | undefined = () => undefined;

  last(): Promise<LastOutgoing> {
    const event = this.events.at(-1);
    return Promise.resolve({ place: this.events.length, ...(event ? { event } : {}) });
  }

  publish(event: OutgoingEvent, after: number): Promise<number> {
    if (after !== this.events.length) return Promise.reject(new Fenced('another event stands there'));
    const death = this.dies();
    if (death !== 'before') this.events.push(event);
    return death ? Promise.reject(new Error(`died ${death}`)) : Promise.resolve(this.events.length);
  }
}

/** Tickets of three commits; the last of each has two events. */
async function writtenLog(tickets: number): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (let n = 0; n < tickets; n += 1) {
    let previous: { hash: string; last: number } | undefined;
    for (const types of [['TicketRegistered'], ['DeadlineWarned'], ['TicketUrged', 'TicketClosed']]) {
      const [stream, first, command] = [streamName('ticket', `t${n}`), (previous?.last ?? 0) + 1, `c${n}-${previous?.last ?? 0}`];
      const events = types.map((type, place) => ({
        id: `${command}.${place + 1}`, version: first + place, type, schema: 1, data: { department: 'd', code: 'resolved' }, meta,
      })); // prettier-ignore
      const commit = sealCommit(
        { format: 1, stream, first, command, digest: 'd', previous: previous?.hash ?? null, events },
        { sha256 },
      );
      await store.append(commit);
      previous = commit;
    }
  }
  return store;
}

test('a publisher that dies at random points ends with exactly the content of the log, each event once and in order', async () => {
  const store = await writtenLog(60);
  const expected = (await store.read(undefined, 1_000)).flatMap((commit) => publicEventsOf(commit, 'main'));
  const [checkpoints, outlet] = [new MemoryCheckpoints(), new DyingOutlet()];
  outlet.dies = () => (Math.random() < 0.1 ? (Math.random() < 0.5 ? 'before' : 'after') : undefined);
  const parts = { site: 'main', store, checkpoints, outlet };
  for (let lives = 0; outlet.events.length < expected.length; lives += 1) {
    expect(lives).toBeLessThan(1_000);
    const stop = new AbortController();
    const owner = await checkpoints.claim('publish-feed@1');
    const life = publishAll(parts, owner, stop.signal);
    await Promise.race([life.catch(() => undefined), untilThere(outlet, expected.length)]);
    stop.abort();
    await life.catch((error: Error) => expect(error.message).toMatch(/^died/));
  }
  expect(outlet.events.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  expect(outlet.events[0]).toMatchObject({
    type: 'ledgerline.ticket.registered.v1',
    attributes: {
      'ce-specversion': '1.0',
      'ce-id': expected[0]?.id,
      'ce-version': '1',
      'ce-datacontenttype': 'application/json',
      'content-type': 'application/json',
    },
  });
  expect(JSON.parse(outlet.events[0]?.data ?? '')).toEqual(expected[0]?.data);
});

test('of two publishers one is shut out', async () => {
  const store = await writtenLog(5);
  const [checkpoints, outlet] = [new MemoryCheckpoints(), new DyingOutlet()];
  const parts = { site: 'main', store, checkpoints, outlet };
  const stop = new AbortController();
  const owner = await checkpoints.claim('publish-feed@1');
  const lives = Promise.allSettled([publishAll(parts, owner, stop.signal), publishAll(parts, owner, stop.signal)]);
  await untilThere(outlet, 15);
  stop.abort();
  const ends = await lives;
  expect(ends.map((end) => (end.status === 'rejected' ? (end.reason as Error).name : 'ended')).sort()).toEqual([
    'Fenced',
    'ended',
  ]);
  expect(outlet.events).toHaveLength(15);
});

async function untilThere(outlet: DyingOutlet, count: number): Promise<void> {
  while (outlet.events.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
}
