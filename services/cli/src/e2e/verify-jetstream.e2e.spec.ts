import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { connectNats, JetStreamEventStore, NatsTreeStore, NatsVault } from '@ledgerline/adapter-nats';
import { growLogTree } from '@ledgerline/host';
import type { FullTile, KeptTree } from '@ledgerline/kernel';
import { sampleStream } from '@ledgerline/kernel/contracts';
import { startNats, type RunningNats } from '@ledgerline/servers';
import { ledgerline, result } from './command-line.js';

jest.setTimeout(240_000);

describe('the log in JetStream', () => {
  let nats: RunningNats;
  beforeAll(async () => {
    nats = await startNats();
  });
  afterAll(() => nats.stop());

  test('is walked the same; a message that somebody else put there is named', async () => {
    const env = { LEDGERLINE_STORE: 'jetstream', NATS_URL: nats.url, LEDGERLINE_SITE: 'north' };
    expect(await ledgerline(['verify'], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no log of the site "north"'),
    });
    const connection = await connectNats(nats.url, { name: 'test' });
    const store = await JetStreamEventStore.open(connection, { site: 'north' });
    for (const name of ['a', 'b', 'c'] as const)
      for (const commit of sampleStream(`ticket.${name}`, 600)) await store.append(commit);
    const whole = await ledgerline(['verify', '--json'], { env });
    expect(whole.code).toBe(0);
    expect(result(whole)).toMatchObject({ whole: true, commits: 1_800, streams: 3 });
    const trees = await NatsTreeStore.open(connection, { site: 'north', replicas: 1 });
    const vault = await NatsVault.open(connection, { site: 'north', replicas: 1, masterKey: new Uint8Array(32) });
    const parts = { store, trees, vault, clock: { now: () => Date.now() }, site: 'north' };
    const signed = await growLogTree(parts, await trees.claim(), new AbortController().signal);
    expect(signed?.size).toBe(1_800);
    expect(result(await ledgerline(['verify', '--json'], { env }))).toMatchObject({ whole: true, signed: { commits: 1_800 } });
    const [tile] = (await trees.tiles([{ level: 0, index: 3 }])) as [FullTile];
    const put = async (hashes: Uint8Array) =>
      trees.write({ tiles: [{ ...tile, hashes }], tree: (await trees.tree()) as KeptTree, owner: await trees.claim() });
    await put(new Uint8Array(8_192));
    const bent = result(await ledgerline(['verify', '--json'], { env }));
    expect(bent).toMatchObject({ fault: { fault: 'leaves-differ', position: expect.stringMatching(/\.769$/) } });
    await put(tile.hashes);
    await connection.request('log.north.ticket.a', '{"not":"a commit"}');
    const forged = await ledgerline(['verify', '--json'], { env });
    expect(forged.code).toBe(1);
    expect(result(forged)).toMatchObject({ fault: { position: expect.stringMatching(/\.1801$|\.1800$/) } });
    await connection.close();
  });

  test('NATS that is not there is said to be so', async () => {
    const env = { LEDGERLINE_STORE: 'jetstream', NATS_URL: 'nats://127.0.0.1:9' };
    expect(await ledgerline(['verify'], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no NATS server answers'),
    });
  });
});
