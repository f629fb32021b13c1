import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MemoryCheckpoints, MemoryEventStore, MemoryVault } from '@ledgerline/adapter-memory';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ledgerline } from '../ledgerline.js';
import { Supervision } from '../supervision.js';
import { keepHubLink } from './hub-link.js';
import { LinkWatch } from './link-health.js';

let server: Server;
let asked = 0;
let answer: (response: ServerResponse) => void;
let checkpoints: MemoryCheckpoints;
let over: AbortController;
let kept: Promise<void>[];

beforeEach(async () => {
  [asked, checkpoints, over, kept] = [0, new MemoryCheckpoints(), new AbortController(), []];
  server = createServer((_request, response) => {
    asked += 1;
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  over.abort();
  await Promise.all(kept);
  server.close();
  server.closeAllConnections();
});

/** One copy of the service that keeps the link of a site that has joined. */
function copy() {
  const log = { info() {}, warn() {}, error() {}, debug() {} };
  const [links, supervision] = [new LinkWatch(), new Supervision(log as never)];
  over.signal.addEventListener('abort', () => void kept.push(supervision.stop()));
  const hub = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: `llt_${'a'.repeat(52)}` };
  const ledgerline = {
    checkpoints, links, supervision, log, store: new MemoryEventStore(), vault: new MemoryVault(), clock: { now: () => 0 },
    homes: { hub: () => Promise.resolve('main') }, configuration: { site: 'east', hub },
  } as unknown as Ledgerline; // prettier-ignore
  supervision.keep('hub link', (signal) => keepHubLink(ledgerline, signal));
  const still = () => supervision.health().find(({ name }) => name === 'hub link')?.keepsStill;
  return { links, still };
}

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('who keeps the link is seen to live while the hub lets it wait for an answer', async () => {
  answer = () => undefined;
  copy();
  const signs = new Set<unknown>([undefined]);
  await until(async () => signs.add(await checkpoints.get('hub-link@1')).size > 3);
  expect(asked).toBe(1);
}, 90_000);

test('another copy that takes over tells how the link is, and the one before no more', async () => {
  answer = (response) => void response.writeHead(401).end('{"code":"not-signed-in"}');
  const before = copy();
  await until(() => before.still() !== undefined);
  expect(before.links.health()).toMatchObject({ state: 'stands-still', why: 'the hub answers not-signed-in' });
  answer = (response) => void response.writeHead(503).end('{"code":"stopping"}');
  const after = copy();
  await until(() => before.links.health() === undefined);
  expect(before.still()).toBeUndefined();
  await until(() => after.links.health()?.state === 'down');
}, 90_000);
