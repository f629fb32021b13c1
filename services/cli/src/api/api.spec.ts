import { afterAll, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from './api.js';

const problem = {
  type: 'urn:ledgerline:problem:document-not-found',
  title: 'document not found',
  status: 404,
  code: 'document-not-found',
  document: 'policy',
  named: 'night',
  version: 3,
};
const answers: Readonly<Record<string, readonly [number, string]>> = {
  '/api/v1/facts': [404, JSON.stringify(problem)],
  '/api/v1/faults': [
    400,
    JSON.stringify({ title: 'invalid body', code: 'invalid-body', errors: [{ pointer: '/from', detail: 'a time' }] }),
  ],
  '/api/v1/other': [502, '<html>bad gateway</html>'],
};
const server = createServer((request, response) => {
  const [status, text] = answers[request.url ?? ''] ?? [404, ''];
  response.writeHead(status).end(text);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => new Promise((resolve) => server.close(resolve)));

test.each([
  ['its facts', '/facts', 'document-not-found', 'document not found\n  document: policy\n  named: night\n  version: 3'],
  ['what is wrong where', '/faults', 'invalid-body', 'invalid body\n  /from a time'],
  ['who answered, where it is no Ledgerline', '/other', 'http-502', 'the server answers 502'],
])('a refusal tells %s', async (_, path, code, message) => {
  const api = new Api(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await expect(api.call('GET', path)).rejects.toMatchObject({ code, message });
});
