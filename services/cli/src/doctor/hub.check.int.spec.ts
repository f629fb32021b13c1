import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfiguration } from '@ledgerline/host';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkHub } from './hub.check.js';

let [status, answer] = [200, {} as object];
let server: Server;
afterAll(() => {
  if (server.listening) server.close();
});
beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const check = (LEDGERLINE_HUB: string) =>
  checkHub(readConfiguration({ LEDGERLINE_SITE: 'east', LEDGERLINE_HUB, LEDGERLINE_HUB_TOKEN: `llt_${'a'.repeat(52)}` }));
const answers = (code: number, body: object) => {
  [status, answer] = [code, body];
  return check(url());
};

test('says who the hub is and how far it has come, or what is to be done', async () => {
  const place = { hub: 'main', sealTo: 'x', place: 'main.e.7' };
  expect(await answers(200, place)).toMatchObject([{ state: 'ok', found: "it is main, and has this site's log up to main.e.7" }]);
  expect(await answers(200, { ...place, place: null })).toMatchObject([
    { state: 'ok', found: expect.stringContaining('not yet') },
  ]);
  expect(await answers(409, { code: 'site-has-not-joined' })).toMatchObject([{ state: 'ok' }]);
  expect(await answers(401, { code: 'not-signed-in' })).toMatchObject([{ state: 'fail', found: 'it answers not-signed-in' }]);
  expect(await answers(503, { code: 'projections-behind' })).toMatchObject([{ state: 'warn' }]);
  const address = url();
  server.close();
  server.closeAllConnections();
  expect(await check(address)).toMatchObject([{ state: 'warn', found: expect.stringContaining('it does not answer') }]);
  expect(await checkHub(readConfiguration({}))).toEqual([]);
});

test.each([
  ['http://hub.example.com', 'plain http'],
  ['https://hub.example.com/path', 'without a path'],
])('%s is no address of a hub', async (address, words) => {
  await expect((async () => check(address))()).rejects.toThrow(words);
});
