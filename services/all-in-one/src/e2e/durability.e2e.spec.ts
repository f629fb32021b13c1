import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { connectNats, JetStreamEventStore } from '@ledgerline/adapter-nats';
import { adminPassword, ApiClient, startEmbedded, until } from '@ledgerline/installation';
import { pointsOf } from '@ledgerline/kernel';
import { startNats } from '@ledgerline/servers';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { commitFor } from './commit-for.js';
import { answeredTooEarly, hasEnded, noTracing, readCalls, underStrace, type Promised, type SystemCall } from './system-calls.js';
import { aTicket } from './ticket-story.js';

jest.setTimeout(240_000);

/** Without strace, or where a container forbids ptrace, there is nothing to look at: CI has to have it. */
const hindrance = process.env['CI'] === undefined ? noTracing() : undefined;
const traced = hindrance === undefined ? test : test.skip;
const named = (what: string) => (hindrance === undefined ? what : `${what} [NOT SHOWN HERE: ${hindrance}]`);
const wal = /\/log\.sqlite-wal$/;

describe('nothing is acknowledged before it is on the disk: the order of the system calls', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledgerline-durability-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const appended = async (setting: 'safe' | 'unsafe') => {
    const output = join(folder, `${setting}.strace`);
    const program = [process.execPath, join(import.meta.dirname, 'durable-appends.ts'), join(folder, setting), setting];
    const [strace = '', ...args] = [...underStrace(output), ...program];
    const child = spawn(strace, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const streams = Array.from({ length: 20 }, (_, n) => `x-${setting}-${n}`);
    for (const name of streams) {
      child.stdin.write(`${name}\n`);
      expect((await answers.next()).value).toBe(`acknowledged ${name}`);
    }
    child.stdin.end();
    await once(child, 'close');
    const promise = (name: string): Promised => ({
      written: `ticket.${name}`,
      file: wal,
      answer: (text) => text.includes(`acknowledged ${name}\\n`),
    });
    return answeredTooEarly(await complete(output), streams.map(promise));
  };

  traced(named('the embedded log: each commit is synced to its write-ahead log first'), async () => {
    expect(await appended('safe')).toEqual([]);
  });

  traced(named('the unsafe setting fails the same check, so that the check means something'), async () => {
    expect(await appended('unsafe')).toHaveLength(20);
  });

  traced(named('the whole process: commit, key of the caller and attachment are synced before the 2xx leaves'), async () => {
    const output = join(folder, 'process.strace');
    const installation = await startEmbedded({ data: join(folder, 'process'), under: underStrace(output) });
    const client = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    const promises: Promised[] = [];
    const tickets: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      const { status, body } = await client.post('/tickets', aTicket);
      expect(status).toBe(201);
      const id = String(body['id']);
      const answer = (text: string) => text.includes('HTTP/1.1 201') && text.includes(id);
      promises.push({ written: `ticket.${id}`, file: wal, answer });
      tickets.push(id);
      const added = await client.post(`/tickets/${id}/add-message`, { from: 'caller', text: 'still warm' });
      const [event] = added.body['events'] as readonly { readonly id: string }[];
      const eventId = String(event?.id);
      promises.push({ written: eventId, file: wal, answer: (text) => text.includes('HTTP/1.1 200') && text.includes(eventId) });
    }
    const upload = await client.call('POST', '/attachments', {
      body: 'x'.repeat(100_000),
      headers: { 'content-type': 'text/plain' },
    });
    expect(upload.status).toBe(201);
    const attachment = String(upload.body['id']);
    expect(await installation.stop()).toEqual([0]);
    const calls = await complete(output);
    for (const id of tickets) promises.push(keyOf(calls, id));
    expect(answeredTooEarly(calls, promises)).toEqual([]);
    expect(promises).toHaveLength(30);
    const blob = calls.filter(({ file }) => /\/blobs\/..(\/|$)/.test(file));
    expect(blob.slice(-2).map(({ name, file }) => [name, file.endsWith('.part')])).toEqual([
      ['fsync', true],
      ['fsync', false],
    ]);
    const answered = calls.find(({ text }) => text.includes('HTTP/1.1 201') && text.includes(attachment));
    expect(blob.at(-1)?.ended).toBeLessThan(answered?.begun ?? 0);
  });

  const published = async (syncAlways: boolean) => {
    const output = join(folder, `nats-${String(syncAlways)}.strace`);
    const nats = await startNats({ syncAlways, under: underStrace(output) });
    const connection = await connectNats(nats.url, { name: 'durability' });
    const store = await JetStreamEventStore.open(connection, { site: 'main' });
    const append = async (name: string): Promise<Promised> => {
      const outcome = await store.append(commitFor(name, nodeCryptography));
      const sequence = outcome.kind === 'appended' ? (pointsOf(outcome.position)?.[0]?.sequence ?? 0) : 0;
      expect(sequence).toBeGreaterThan(0);
      return { written: `log.main.ticket.${name}`, file: /\/\d+\.blk$/, answer: (text) => acknowledgedUpTo(text) >= sequence };
    };
    const promises: Promised[] = [];
    for (let n = 0; n < 10; n += 1) promises.push(await append(`one-${n}-`));
    promises.push(...(await Promise.all(Array.from({ length: 40 }, (_, n) => append(`many-${n}-`)))));
    await connection.close();
    await nats.stop();
    return answeredTooEarly(await complete(output), promises);
  };

  traced(named('JetStream: single commits and those of an atomic batch are synced first'), async () => {
    expect(await published(true)).toEqual([]);
  });

  traced(
    named('JetStream without `sync_interval: always` fails the same check for single commits (batches are synced even so)'),
    async () => {
      expect((await published(false)).filter((fault) => fault.includes('one-'))).toHaveLength(10);
    },
  );
});

/** The key that a registration's personal data were sealed with; its id stands in the commit. */
function keyOf(calls: readonly SystemCall[], ticket: string): Promised {
  const end = `\\"stream\\":\\"ticket.${ticket}\\"`;
  const page = calls.find(({ file, text }) => wal.test(file) && text.includes(end))?.text ?? '';
  const persons = [...page.slice(0, page.indexOf(end)).matchAll(/\\"person\\":\\"([0-9a-f]{24})\\"/g)];
  const person = persons.at(-1)?.[1];
  const answer = (text: string) => text.includes('HTTP/1.1 201') && text.includes(ticket);
  return { written: person ?? `the person of ${ticket}`, file: /\/vault\.sqlite-wal$/, answer };
}

/** The highest sequence in what a server sends as acknowledgements; 0 where there is none. */
function acknowledgedUpTo(text: string): number {
  return Math.max(0, ...[...text.matchAll(/\\"stream\\":\\"LOG_main_p0\\",\s?\\"seq\\":(\d+)/g)].map(([, seq]) => Number(seq)));
}

/** The tracer, a process of its own, writes the last lines after the traced one has ended. */
async function complete(output: string): Promise<readonly SystemCall[]> {
  await until(() => hasEnded(output));
  return readCalls(output);
}
