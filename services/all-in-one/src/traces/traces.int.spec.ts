import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readConfiguration, start, type Running, type ServiceModule } from '@ledgerline/host';
import { ApiClient, until, type Answer } from '@ledgerline/installation';
import { streamName } from '@ledgerline/kernel';
import { startNats, type RunningNats } from '@ledgerline/servers';
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { everyModule } from '../index.js';
import { projectingHere } from '../projecting-here.js';
import { OtlpReceiver, type SeenSpan } from './otlp-receiver.js';

jest.setTimeout(240_000);

const password = 'correct-horse-battery';
const words = { name: '王五', phone: '13800138000', text: '冰箱漏水了，很着急' };
const strange = { trace: '0af7651916cd43dd8448eb211c80319c', span: 'b7ad6b7169203331' };

/** The gateway and the services as two parts that meet over NATS alone, each with traces of its own. */
describe('traces over NATS', () => {
  let nats: RunningNats;
  let collector: OtlpReceiver;
  let services: Running;
  let gateway: Running;
  let client: ApiClient;
  let answer: Answer;
  let spans: readonly SeenSpan[];

  const part = (name: string, modules: readonly ServiceModule[]) =>
    start(
      modules.map(projectingHere),
      readConfiguration({
        PORT: '0',
        LOG_LEVEL: 'fatal',
        LEDGERLINE_DATA: mkdtempSync(join(tmpdir(), `ledgerline-traces-${name}-`)),
        LEDGERLINE_ADMIN_PASSWORD: password,
        LEDGERLINE_STORE: 'jetstream',
        LEDGERLINE_READ_MODELS: 'sqlite',
        LEDGERLINE_VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
        NATS_URL: nats.url,
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_SERVICE_NAME: name,
        OTEL_BSP_SCHEDULE_DELAY: '100',
      }),
    );
  const register = (traceparent?: string) =>
    client.call('POST', '/tickets', {
      body: {
        channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: '漏水', description: words.text,
        caller: { name: words.name, phone: words.phone },
      },
      ...(traceparent === undefined ? {} : { headers: { traceparent } }),
    }); // prettier-ignore
  const named = (name: string) => spans.filter((span) => span.name === name);

  beforeAll(async () => {
    [nats, collector] = await Promise.all([startNats(), OtlpReceiver.start()]);
    const isEdge = ({ service }: ServiceModule) => service.edge === true;
    services = await part(
      'services',
      everyModule.filter((module) => !isEdge(module)),
    );
    gateway = await part('gateway', everyModule.filter(isEdge));
    client = (await ApiClient.signIn(gateway.address ?? '', 'admin', password)).repeating();
    answer = await register(`00-${strange.trace}-${strange.span}-01`);
    expect(answer.status).toBe(201);
    const own = () => collector.of(answer.headers.get('traceresponse'));
    await until(() => ['POST /api/v1/tickets', 'react know-callers'].every((name) => own().some((span) => span.name === name)));
    await until(() => own().every(({ parent }) => parent === undefined || own().some(({ id }) => id === parent)));
    spans = own();
  });
  afterAll(async () => {
    await gateway?.stop();
    await services?.stop();
    await collector?.stop();
    await nats?.stop();
  });

  test('a request, what it asks on the bus, its handling and what follows from it are one trace', () => {
    const roots = spans.filter(({ parent }) => parent === undefined);
    expect(roots).toMatchObject([
      { name: 'POST /api/v1/tickets', service: 'gateway', facts: { 'http.response.status_code': 201 } },
    ]);
    const parentOf = (span: SeenSpan) => spans.find(({ id }) => id === span.parent);
    const [asked] = named('ask intake.register');
    expect(asked).toMatchObject({ service: 'gateway', parent: roots[0]?.id });
    expect(named('answer intake.register')).toMatchObject([{ service: 'services', parent: asked?.id }]);
    for (const step of ['load', 'decide', 'append'])
      expect([step, named(step).some((span) => parentOf(span)?.name === 'handle')]).toEqual([step, true]);
    expect(spans.filter((span) => span.parent !== undefined && parentOf(span) === undefined)).toEqual([]);
    const [reacted] = named('react know-callers');
    expect(parentOf(reacted as SeenSpan)?.name).toBe('handle');
    expect(spans.some(({ parent, name }) => parent === reacted?.id && name.startsWith('ask '))).toBe(true);
  });

  test('the commit names the span that wrote it, and the stranger’s trace is linked alone', async () => {
    const stored = await services.ledgerline.store.load(streamName('ticket', String(answer.body['id'])));
    const { trace } = stored[0]?.commit?.events[0]?.meta ?? JSON.parse(stored[0]?.text ?? '').events[0].meta;
    const [, of, span] = String(trace).split('-');
    expect(spans.find(({ id }) => id === span)).toMatchObject({ name: 'handle', trace: of });
    expect(of).not.toBe(strange.trace);
    expect(spans.filter(({ links }) => links.includes(strange.trace)).map(({ name }) => name)).toEqual(['POST /api/v1/tickets']);
  });

  test('a refusal is told by its name', async () => {
    const refused = await client.post(`/tickets/${String(answer.body['id'])}/resume`, { department: 'call-centre' });
    expect(refused.status).toBe(409);
    const own = () => collector.of(refused.headers.get('traceresponse'));
    await until(() => own().some(({ facts }) => facts['ledgerline.rejection'] === refused.body['code']));
    await until(() => own().some(({ facts }) => facts['http.response.status_code'] === 409));
  });

  test('nothing that people said, who they are, or what they sign in with is in it', () => {
    const sent = collector.bodies.join('\n');
    expect(sent).toContain('answer intake.register');
    for (const word of [...Object.values(words), '漏水', password, 'admin"']) expect(sent).not.toContain(word);
  });
});

const asking = (env: object) => `
  import { registerHooks } from 'node:module';
  const seen = [];
  registerHooks({ resolve: (name, context, next) => (seen.push(name), next(name, context)) });
  const { start, readConfiguration } = await import('@ledgerline/host');
  const env = { LEDGERLINE_STORE: 'memory', LEDGERLINE_DATA: '${tmpdir()}', ...${JSON.stringify(env)} };
  const running = await start([], readConfiguration(env));
  await running.stop();
  console.log(JSON.stringify({ traces: running.ledgerline.traces !== undefined, loads: seen.some((name) => name.includes('@opentelemetry')) }));
`;

test.each([
  [{}, false],
  [{ OTEL_SERVICE_NAME: 'calls' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_TRACES_EXPORTER: 'none' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }, true],
])('OpenTelemetry is loaded where traces are asked for, and not else: %j', async (env, isOn) => {
  const args = ['--input-type=module', '--eval', asking(env)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname });
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({ traces: isOn, loads: isOn });
});
