import { afterEach, expect, jest, test } from '@jest/globals';
import {
  adminPassword,
  ApiClient,
  eventually,
  type Installation,
  ServiceProcess,
  startEmbedded,
  startServices,
} from '@ledgerline/installation';
import { startNats } from '@ledgerline/servers';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aTicket } from './ticket-story.js';

jest.setTimeout(240_000);

const [tickets, hour] = [40, 3_600_000];
/** Milliseconds within which everything that is due has to be told, also where a copy has to take over first. */
const soon = 45_000;

const opened: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.stop();
});

/** The clock of every process of an installation; a policy in elapsed time, so that it does not matter on which day this runs. */
function aClock() {
  const file = join(mkdtempSync(join(tmpdir(), 'ledgerline-time-')), 'clock.json');
  let ahead = 0;
  return {
    env: { LEDGERLINE_TEST_CLOCK: file },
    pass(milliseconds: number) {
      ahead += milliseconds;
      writeFileSync(file, JSON.stringify({ ahead }));
    },
  };
}

const policy = {
  code: 'default', effectiveFrom: '2020-01-01T00:00:00Z', extensions: { count: 1, most: 'P3D' }, limits: {}, repliesBy: 'call-centre', checkResults: true,
  clocks: [{ clock: 'resolve', within: 'PT10H', calendar: 'elapsed', warnAt: [0.5, 0.8], escalate: [{ after: 'PT0S', to: 'coordinator', every: 'PT2H', until: 'acknowledged' }] }],
}; // prettier-ignore

async function prepared(installation: Installation): Promise<readonly string[]> {
  const client = await admin(installation);
  const { body } = await client.post('/policies', policy);
  for (const stepName of ['submit', 'approve'])
    expect((await client.post(`/policies/${String(body['id'])}/${stepName}`)).status).toBe(200);
  const made = await Promise.all(Array.from({ length: tickets }, () => client.post('/tickets', aTicket)));
  return made.map((one) => String(one.body['id']));
}

function admin({ url }: Installation): Promise<ApiClient> {
  return ApiClient.signIn(url, 'admin', adminPassword);
}

interface Told {
  readonly type: string;
  readonly data: { readonly step: string; readonly plannedFor: string; readonly lateBy?: number };
}

async function toldOf(client: ApiClient, ticket: string): Promise<readonly Told[]> {
  const { body } = await client.get(`/tickets/${ticket}/events?limit=200`);
  return (body['items'] as readonly (Told & { readonly meta: { readonly actor: { readonly id: string } } })[]).filter(
    ({ meta }) => meta.actor.id === 'ticker',
  );
}

/** Waits until each ticket has been told so often; then nothing is there twice, and all of it in order. */
async function expectTold(
  installation: Installation,
  ids: readonly string[],
  types: readonly string[],
): Promise<readonly Told[]> {
  const client = await admin(installation);
  let all: readonly (readonly Told[])[] = [];
  for (const until = performance.now() + soon; performance.now() < until;) {
    all = await Promise.all(ids.map((id) => toldOf(client, id)));
    if (all.every((told) => told.length >= types.length)) break;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  for (const told of all) {
    expect(told.map(({ type }) => type)).toEqual(types);
    const planned = told.map(({ data }) => data.plannedFor);
    expect(planned).toEqual(planned.toSorted());
    expect(new Set(told.map(({ data }) => data.step)).size).toBe(told.length);
  }
  return all.flat();
}

const [half, most] = [['DeadlineWarned'], ['DeadlineWarned', 'DeadlineWarned']];
const late = [...most, 'DeadlineBreached', 'DeadlineEscalated', 'DeadlineEscalated', 'DeadlineEscalated'];

/** Process ids of those that are at it. */
async function tickers({ url }: Installation): Promise<readonly number[]> {
  const { services } = (await (await fetch(`${url}/health/ready`)).json()) as {
    services: readonly { service: string; processes: readonly { process: string; follows: readonly string[] }[] }[];
  };
  const processes = services.find(({ service }) => service === 'notification')?.processes ?? [];
  return processes.filter(({ follows }) => follows.includes('ticker')).map((one) => Number(one.process.split(':')[1]));
}

test('of two copies one is at it; killed, the other takes over, and nothing is told twice or left out', async () => {
  const nats = await startNats();
  opened.push(nats);
  const clock = aClock();
  const env = {
    NATS_URL: nats.url,
    LEDGERLINE_READ_MODELS: 'sqlite',
    LEDGERLINE_VAULT_KEY: 'k',
    LOG_LEVEL: 'fatal',
    ...clock.env,
  };
  const installation = await startServices({ env });
  opened.push(installation);
  const copy = new ServiceProcess('notification', { LEDGERLINE_DATA: installation.data, LEDGERLINE_STORE: 'jetstream', ...env });
  opened.push({ stop: () => copy.end('SIGTERM') });
  await copy.start();
  const ids = await prepared(installation);
  clock.pass(5 * hour + 60_000);
  await expectTold(installation, ids, half);
  // A copy claims the work when it starts; who was at it before hears of that when it saves how far it is, within half a minute.
  const owner = await eventually(async () => {
    const [one, ...others] = await tickers(installation);
    expect(others).toEqual([]);
    expect(one).toBeDefined();
    return one;
  });
  const victim = [...installation.processes, copy].find(({ pid }) => pid === owner);
  expect(victim?.name).toBe('notification');
  await victim?.end('SIGKILL');
  clock.pass(3 * hour);
  await expectTold(installation, ids, most);
});

test('killed and started again a day later, it tells what it missed, in order and as late', async () => {
  const clock = aClock();
  const installation = await startEmbedded({ env: clock.env });
  opened.push(installation);
  const ids = await prepared(installation);
  clock.pass(5 * hour + 60_000);
  await expectTold(installation, ids, half);
  await installation.kill();
  clock.pass(9 * hour);
  await installation.restart();
  const told = await expectTold(installation, ids, late);
  const after = told.filter(({ type }) => type !== 'DeadlineWarned');
  expect(after.length).toBe(tickets * 4);
  for (const { data } of after) expect(data.lateBy).toBeGreaterThan(30);
});
