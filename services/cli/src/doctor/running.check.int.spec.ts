import { afterEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkRunning } from './running.check.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function checked(health: unknown) {
  const server = createServer((_request, response) => response.end(JSON.stringify(health)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return checkRunning('127.0.0.1', (server.address() as AddressInfo).port);
}

test('a read model that stands still is something to look at, with what to do', async () => {
  const why = 'identities cannot take identity.x, version 1, at main.1.2 (Error)';
  const findings = await checked({ status: 'ready', keepsStill: [{ process: 'p', loop: 'projection identities', why }] });
  expect(findings).toMatchObject([
    { state: 'warn', found: `projection identities: ${why}`, advice: expect.stringContaining('another version of the program') },
  ]);
});

test('one that is well says so; where none runs, or something else, nothing is said', async () => {
  expect(await checked({ status: 'not-ready' })).toMatchObject([{ state: 'ok' }]);
  expect(await checked({ hello: 'world' })).toEqual([]);
  expect(await checkRunning('127.0.0.1', 1)).toEqual([]);
  expect(await checkRunning('127.0.0.1', 0)).toEqual([]);
});
