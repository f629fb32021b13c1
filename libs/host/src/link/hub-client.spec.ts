import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HubAway, HubClient, HubRefused } from './hub-client.js';

let answer: (response: ServerResponse) => void;
let server: Server;
beforeAll(async () => {
  server = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const client = () =>
  new HubClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: `llt_${'a'.repeat(52)}` });
const said = (status: number, body: string) => (response: ServerResponse) => void response.writeHead(status).end(body);
/** Of an answer that the link was cut in. */
const half = (response: ServerResponse) => {
  response.writeHead(200, { 'content-length': '1000' }).write('{"hub":');
  setImmediate(() => response.destroy());
};

test.each<[string, (response: ServerResponse) => void]>([
  ['an answer that is cut off', half],
  ['a page of a proxy', said(200, '<html>please sign in</html>')],
  ['an answer that is no object', said(200, 'null')],
  ['a refusal in no words of the hub', said(502, '<html>bad gateway</html>')],
  ['a hub that is starting', said(503, '{"code":"stopping"}')],
])('%s is a link that is down', async (_what, given) => {
  answer = given;
  await expect(client().place()).rejects.toThrow(HubAway);
  await expect(client().commits(null, 'x'.repeat(43))).rejects.toThrow(HubAway);
});

test('a refusal says what the hub says: its name, and over what it stands still', async () => {
  answer = said(409, '{"code":"mirror-stopped","why":"forked at ticket.a 3"}');
  const refused = await client()
    .place()
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(HubRefused);
  expect(refused).toMatchObject({ code: 'mirror-stopped', message: 'the hub answers mirror-stopped: forked at ticket.a 3' });
  answer = said(401, '{"code":"not-signed-in"}');
  await expect(client().place()).rejects.toThrow(/^the hub answers not-signed-in$/);
});
