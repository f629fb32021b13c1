import { afterAll, expect, jest, test } from '@jest/globals';
import { eventually, startServices } from '@ledgerline/installation';
import { mongoServer, startNats, type RunningNats } from '@ledgerline/servers';
import { mappingFile } from './e2e/import-here.js';
import { runImport, startImport } from './e2e/import-process.js';
import { everyItem, firstRows, signIn } from './e2e/imported-installation.js';
import { newFolder } from './e2e/imported-log.js';

jest.setTimeout(300_000);

const stops: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop();
});

test('an import goes into services that run over JetStream, killed and run again, and they list it', async () => {
  const [nats, mongo] = await Promise.all([startNats(), mongoServer()]);
  stops.push(nats.stop, mongo.stop);
  const env = {
    NATS_URL: nats.url,
    MONGODB_URL: mongo.url,
    LEDGERLINE_READ_MODELS: 'mongo',
    LEDGERLINE_VAULT_KEY: 'a key for tests',
  };
  const installation = await startServices({ env });
  stops.push(installation.stop);
  const admin = await signIn(installation.url);
  const own = { ...env, LEDGERLINE_STORE: 'jetstream', LEDGERLINE_DATA: await newFolder() };
  const args = [await firstRows(400), '--mapping', mappingFile('helpdesk'), '--json'];

  const before = await messagesIn(nats);
  const cut = startImport(args, own);
  await eventually(async () => expect(await messagesIn(nats)).toBeGreaterThan(before + 50));
  cut.kill('SIGKILL');
  await cut.exited;
  const { code, lines } = await runImport(args, own);
  expect([code, lines]).toEqual([0, [{ summary: expect.objectContaining({ rows: 400, badRows: 0 }) }]]);
  const { cases } = (lines[0] as unknown as { summary: { cases: number } }).summary;

  await eventually(async () => {
    const tickets = await everyItem(admin, '/tickets?limit=200');
    expect(tickets).toHaveLength(cases);
    expect(tickets.every(({ imported }) => imported)).toBe(true);
  });
  const [first] = await everyItem(admin, '/tickets?q=Case+1&limit=200');
  const events = await everyItem(admin, `/tickets/${String(first?.['id'])}/events?limit=200`);
  expect(events.length).toBeGreaterThan(2);
  for (const { meta } of events) expect(meta).toMatchObject({ origin: { source: 'helpdesk-4tu' } });
});

async function messagesIn({ monitor }: RunningNats): Promise<number> {
  const { messages } = (await (await fetch(`${monitor}/jsz`)).json()) as { messages: number };
  return messages;
}
