import { afterEach, expect, test } from '@jest/globals';
import { readConfiguration } from '@ledgerline/host';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkCollector } from './collector.check.js';

let server: Server | undefined;
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

/** A collector that lets in who has the key. */
async function collector(): Promise<{ readonly endpoint: string; readonly taken: string[] }> {
  const taken: string[] = [];
  server = createServer((request, response) => {
    response.statusCode = request.headers['api-key'] === 'hush' ? 200 : 401;
    request.on('data', (part: Buffer) => taken.push(part.toString()));
    request.on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken };
}

const checked = (env: Readonly<Record<string, string>>) => checkCollector(readConfiguration(env));

test('a collector that takes traces is well, and is sent none', async () => {
  const { endpoint, taken } = await collector();
  const findings = await checked({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: 'api-key=hush' });
  expect(findings).toMatchObject([{ check: `traces to ${endpoint}/v1/traces`, state: 'ok' }]);
  expect(taken).toEqual(['{"resourceSpans":[]}']);
});

test('one that lets nobody in, or is not there, is named with what to do', async () => {
  const { endpoint } = await collector();
  expect(await checked({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).toMatchObject([
    { state: 'fail', found: 'the collector answers 401' },
  ]);
  const away = await checked({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
  expect(away).toMatchObject([{ state: 'fail', found: expect.stringMatching(/^the collector does not answer: /) }]);
});

test('nobody is asked where there are no traces', async () => {
  expect(await checked({})).toEqual([]);
});
