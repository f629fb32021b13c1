import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { AppendOutcomeUnknown, Fenced, LogUnavailable, type OutgoingEvent, type Position } from '@ledgerline/kernel';
import {
  busContract,
  checkpointsContract,
  eventStoreContract,
  sampleCommit,
  treeStoreContract,
  vaultContract,
} from '@ledgerline/kernel/contracts';
import { startNats, type RunningNats } from '@ledgerline/servers';
import { jetstreamManager } from '@nats-io/jetstream';
import {
  connectNats,
  JetStreamEventStore,
  NatsBus,
  NatsCheckpoints,
  NatsOutlet,
  NatsTreeStore,
  NatsVault,
  WrongVaultKey,
} from './index.js';

jest.setTimeout(240_000);

let server: RunningNats;
let sites = 0;
beforeAll(async () => {
  server = await startNats();
});
afterAll(() => server.stop());

const connected = () => connectNats(server.url, { name: 'contract' });
const site = () => `s${(sites += 1)}`;

eventStoreContract('JetStream', async () => {
  const options = { site: site() };
  let connection = await connected();
  let store = await JetStreamEventStore.open(connection, options);
  const reopen = async () => {
    await store.close();
    await connection.close();
    connection = await connected();
    store = await JetStreamEventStore.open(connection, options);
    return store;
  };
  const close = async () => {
    await store.close();
    await connection.close();
  };
  return { store, reopen, close };
});

vaultContract('NATS key-value', async () => {
  const options = { site: site(), replicas: 1, masterKey: new Uint8Array(32).fill(7) };
  let connection = await connected();
  const reopen = async () => {
    await connection.close();
    connection = await connected();
    return NatsVault.open(connection, options);
  };
  return { vault: await NatsVault.open(connection, options), reopen, close: () => connection.close() };
});

checkpointsContract('NATS key-value', async () => {
  const options = { site: site(), replicas: 1 };
  const connection = await connected();
  const open = () => NatsCheckpoints.open(connection, options);
  return { checkpoints: await open(), reopen: open, close: () => connection.close() };
});

describe('the Vault of a cluster when its key changes', () => {
  test('goes on with both keys, and with the new one alone once everything was sealed anew', async () => {
    const options = { site: site(), replicas: 1 };
    const [before, now] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const connection = await connected();
    const old = await NatsVault.open(connection, { ...options, masterKey: before });
    const person = await old.newPerson();
    const key = (await old.keys([person])).get(person);
    const secret = await old.secret('ids');
    await expect((await NatsVault.open(connection, { ...options, masterKey: now })).keys([person])).rejects.toThrow(
      WrongVaultKey,
    );
    const both = await NatsVault.open(connection, { ...options, masterKey: now, masterKeyBefore: before });
    expect((await both.keys([person])).get(person)).toEqual(key);
    expect(await both.rewrap()).toBeGreaterThan(1);
    expect(await both.rewrap()).toBe(0);
    const alone = await NatsVault.open(connection, { ...options, masterKey: now });
    expect([(await alone.keys([person])).get(person), await alone.secret('ids')]).toEqual([key, secret]);
    await connection.close();
  });
});

treeStoreContract('NATS', async () => {
  const options = { site: site(), replicas: 1 };
  const connection = await connected();
  const open = () => NatsTreeStore.open(connection, options);
  return { trees: await open(), reopen: open, close: () => connection.close() };
});

busContract('NATS', async () => {
  const [one, two] = await Promise.all([connected(), connected()]);
  const onFailure = () => undefined;
  const close = async () => {
    await one.close();
    await two.close();
  };
  return { asks: new NatsBus(one, { onFailure }), serves: new NatsBus(two, { onFailure }), close };
});

describe('the log in JetStream when the server goes', () => {
  test('an append whose acknowledgement did not come is unknown, and a fresh load tells', async () => {
    const own = await startNats();
    const connection = await connectNats(own.url, { name: 'cut' });
    const store = await JetStreamEventStore.open(connection, { site: 'cut' });
    const first = sampleCommit('ticket.t1');
    await store.append(first);
    await own.kill();
    const second = sampleCommit('ticket.t1', first);
    const outcome = await store.append(second).catch((error: unknown) => error);
    expect(outcome instanceof AppendOutcomeUnknown || outcome instanceof LogUnavailable).toBe(true);
    await own.restart();
    const tail = await retried(() => store.load('ticket.t1', { fresh: true }));
    expect([[first.hash], [first.hash, second.hash]]).toContainEqual(tail.map(({ hash }) => hash));
    if (tail.length === 1) expect((await store.append(second)).kind).toBe('appended');
    else expect((await store.append(second)).kind).toBe('conflict');
    await store.close();
    await connection.close();
    await own.stop();
  });

  test('commits that come together go as one batch, and one that conflicts takes none of the others with it', async () => {
    const connection = await connected();
    const store = await JetStreamEventStore.open(connection, { site: site() });
    const first = sampleCommit('ticket.taken');
    await store.append(first);
    const commits = Array.from({ length: 100 }, (_, n) => sampleCommit(`ticket.t${n}`));
    const late = sampleCommit('ticket.taken', undefined, { text: 'late' });
    const outcomes = await Promise.all(
      [...commits.slice(0, 50), late, ...commits.slice(50)].map((commit) => store.append(commit)),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      ...Array<string>(50).fill('appended'),
      'conflict',
      ...Array<string>(50).fill('appended'),
    ]);
    const positions = outcomes.flatMap((outcome) => (outcome.kind === 'appended' ? [outcome.position] : []));
    const read = await store.read(undefined, 1_000);
    expect(new Set(positions)).toEqual(new Set(read.slice(1).map(({ position }) => position)));
    for (const commit of commits) {
      const next = sampleCommit(commit.stream, commit);
      expect((await store.append(next)).kind).toBe('appended');
    }
    await store.close();
    await connection.close();
  });

  test('nothing can be deleted or purged', async () => {
    const { jetstreamManager } = await import('@nats-io/jetstream');
    const connection = await connected();
    const name = site();
    const store = await JetStreamEventStore.open(connection, { site: name });
    await store.append(sampleCommit('ticket.t1'));
    const manager = await jetstreamManager(connection);
    await expect(manager.streams.purge(`LOG_${name}_p0`)).rejects.toThrow();
    await expect(manager.streams.deleteMessage(`LOG_${name}_p0`, 1)).rejects.toThrow();
    await store.close();
    await connection.close();
  });
});

/** What may still say "no responders" while the server is coming up. */
async function retried<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

describe('the public feed on NATS', () => {
  const event = (n: number): OutgoingEvent => ({
    id: `t/c${n}.1`,
    type: 'ledgerline.ticket.closed.v1',
    position: `main.1a.${n}` as Position,
    attributes: { 'ce-id': `t/c${n}.1`, 'ce-position': `main.1a.${n}` },
    data: `{"n":${n}}`,
  });

  test('tells what came last, also to whoever opens it later; a second publisher is shut out, and nothing stands twice', async () => {
    const options = { site: site(), replicas: 1 };
    const connection = await connected();
    const outlet = await NatsOutlet.open(connection, options);
    expect(await outlet.last()).toEqual({ place: 0 });
    expect(await outlet.publish(event(1), 0)).toBe(1);
    expect(await outlet.publish(event(2), 1)).toBe(2);
    await expect(outlet.publish(event(3), 1)).rejects.toThrow(Fenced);
    const other = await NatsOutlet.open(connection, options);
    expect(await other.last()).toEqual({ place: 2, event: { id: 't/c2.1', position: 'main.1a.2' } });
    expect(await other.publish(event(3), 2)).toBe(3);
    await expect(outlet.publish(event(3), 2)).rejects.toThrow(Fenced);
    const manager = await jetstreamManager(connection);
    const { state } = await manager.streams.info(`FEED_${options.site}`, { subjects_filter: '>' });
    expect([state.messages, Object.keys(state.subjects ?? {})]).toEqual([
      3,
      [`feed.${options.site}.ledgerline.ticket.closed.v1`],
    ]);
    await connection.close();
  });
});
