import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { nodeCryptography, sealEntries } from '@ledgerline/adapter-crypto';
import { MemoryEventStore, MemoryVault } from '@ledgerline/adapter-memory';
import { CommandHandling, EventCodec, eventCatalogue, hubJoined, KeyRing, organisationMirrored } from '@ledgerline/kernel';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ledgerline } from '../ledgerline.js';
import { joinHub } from './join-hub.js';

const value = new Uint8Array(32).fill(7);
let handedOver: readonly string[] = [];
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece as Buffer);
      const { sealTo } = JSON.parse(Buffer.concat(pieces).toString()) as { readonly sealTo: string };
      const entries = handedOver.map((id) => ({ kind: 'secret', id, value }) as const);
      response.end(JSON.stringify({ hub: 'main', sealed: await sealEntries(entries, sealTo) }));
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test('a hub that does not hand over all that accounts are named by is not joined', async () => {
  const [store, vault] = [new MemoryEventStore(), new MemoryVault()];
  const types = [hubJoined, organisationMirrored].map((type) => ({ type, schema: 1 }));
  const codec = new EventCodec(eventCatalogue(types), nodeCryptography, new KeyRing(vault));
  const commands = new CommandHandling({
    store, codec, site: 'east', alone: true, digestKey: new Uint8Array(32), cryptography: nodeCryptography, clock: { now: () => 0 },
  }); // prettier-ignore
  const hub = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: `llt_${'a'.repeat(52)}` };
  const ledgerline = { configuration: { site: 'east', hub }, store, vault, commands } as unknown as Ledgerline;
  for (const names of [[], ['ids-of-hub'], ['ids-of-hub', 'link-key', 'ticket-secret']]) {
    handedOver = names;
    await expect(joinHub(ledgerline, ['administration'])).rejects.toThrow('has not handed over');
    expect(await store.read(undefined, 1)).toEqual([]);
  }
  expect(await vault.secret('ids-of-hub')).not.toEqual(value);
});
