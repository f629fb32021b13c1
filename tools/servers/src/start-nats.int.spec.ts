import { afterEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';

import { startNats, startNatsCluster } from './index.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

describe('startNats', () => {
  it('keeps what JetStream acknowledged, and its port, over a kill and a restart', async () => {
    const server = await startNats();
    stops.push(server.stop);
    const before = await connect({ servers: server.url });
    const manager = await jetstreamManager(before);
    await manager.streams.add({ name: 'kept', subjects: ['kept.>'] });
    await jetstream(before).publish('kept.one', 'text');
    await before.close();
    const { url } = server;

    await server.kill();
    await server.restart();

    expect(server.url).toBe(url);
    const after = await connect({ servers: server.url });
    stops.push(() => after.close());
    const message = await (await jetstreamManager(after)).streams.getMessage('kept', { last_by_subj: 'kept.one' });
    expect(message?.string()).toBe('text');
  });

  it('runs without JetStream where none is asked for', async () => {
    const server = await startNats({ jetstream: false });
    stops.push(server.stop);
    const client = await connect({ servers: server.url });
    stops.push(() => client.close());

    client.subscribe('echo', { callback: (_, message) => void message.respond(message.data) });

    expect((await client.request('echo', 'hello')).string()).toBe('hello');
    expect(client.info?.jetstream ?? false).toBe(false);
  });

  it('forms a cluster that keeps a stream on three servers', async () => {
    const cluster = await startNatsCluster();
    stops.push(cluster.stop);
    const client = await connect({ servers: [...cluster.urls] });
    stops.push(() => client.close());

    const { cluster: peers } = await (
      await jetstreamManager(client)
    ).streams.add({ name: 'three', subjects: ['three.>'], num_replicas: 3 });

    expect([peers?.leader, ...(peers?.replicas ?? []).map(({ name }) => name)].sort()).toEqual(['n1', 'n2', 'n3']);
  });
});
