import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
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

test.each<[string, Buffer, Record<string, string>, number, unknown]>([
  ['JSON', Buffer.from('{"text":"漏水"}'), {}, 200, { text: '漏水' }],
  ['JSON after a byte order mark', Buffer.from('\ufeff{"text":"x"}'), {}, 200, { text: 'x' }],
  ['JSON in GBK', Buffer.from([0x7b, 0x22, 0x74, 0x22, 0x3a, 0x22, 0xcd, 0xa3, 0xb5, 0xe7, 0x22, 0x7d]), {}, 400, undefined],
  ['nothing', Buffer.from(''), {}, 400, undefined],
  ['a poisoned prototype', Buffer.from('{"__proto__":{"x":1}}'), {}, 400, undefined],
  ['JSON in the coding that is none', Buffer.from('{"text":"x"}'), { 'content-encoding': 'identity' }, 200, { text: 'x' }],
  ['JSON in gzip', gzipSync('{"text":"x"}'), { 'content-encoding': 'gzip' }, 415, undefined],
  ['JSON in a coding of nobody', Buffer.from('{"text":"x"}'), { 'content-encoding': 'x-own' }, 415, undefined],
])('takes %s as it has to', async (_what, payload, headers, status, body) => {
  const server = edgeServer(ledgerline);
  server.post('/echo', async (asked) => asked.body);
  const answer = await server.inject({
    method: 'POST',
    url: '/echo',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
  expect(answer.statusCode).toBe(status);
  if (body !== undefined) expect(answer.json()).toEqual(body);
  await server.close();
});
