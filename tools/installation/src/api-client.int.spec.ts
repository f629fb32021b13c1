import { afterEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient } from './api-client.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** Something that answers everything with this. */
async function answering(body: object): Promise<ApiClient> {
  const json = JSON.stringify(body);
  server = createServer((_request, response) => void response.setHeader('content-type', 'application/json').end(json));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new ApiClient(`http://127.0.0.1:${port}`);
}

test('an answer that is as the document says is handed over', async () => {
  const client = await answering({ count: 2, exact: true });
  expect((await client.get('/tickets/count?open=true')).body).toEqual({ count: 2, exact: true });
});

test('one that says more is thrown back, with the call, the place and the member', async () => {
  const client = await answering({ count: 2, exact: true, person: 'k1' });
  await expect(client.get('/tickets/count')).rejects.toThrow(/get \/tickets\/count: \/ .*"person"/);
});
