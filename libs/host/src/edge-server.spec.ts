import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { edgeServer } from './edge-server.js';
import type { Ledgerline } from './ledgerline.js';

const quiet = { child: () => quiet, trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} };
const ledgerline = { configuration: { trustedProxies: [] }, log: quiet } as unknown as Ledgerline;

test('closing answers what is under way, then lets go of its connection although the client would keep it', async () => {
  const server = edgeServer(ledgerline);
  const answer = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  server.get('/slow', async () => {
    asked.resolve();
    await answer.promise;
    return { answered: true };
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const sent = request({ port, path: '/slow', agent }).end();
  await asked.promise;
  const closed = server.close();
  while (server.server.listening) await nextTurn();
  answer.resolve();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  expect(await response.setEncoding('utf8').toArray()).toEqual(['{"answered":true}']);
  await closed;
  agent.destroy();
});
