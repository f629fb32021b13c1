import { afterEach, describe, expect, jest, test } from '@jest/globals';
import {
  adminPassword,
  ApiClient,
  eventually,
  services,
  startEmbedded,
  startServices,
  until,
  type Installation,
} from '@ledgerline/installation';
import { startNats, type RunningNats } from '@ledgerline/servers';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { aTicket } from './ticket-story.js';

jest.setTimeout(180_000);

interface Readiness {
  readonly status: string;
  readonly projectionLagMilliseconds: number;
  readonly lagMilliseconds: { readonly projections: Record<string, number>; readonly processManagers: Record<string, number> };
  readonly services: readonly { readonly service: string; readonly ready: boolean; readonly processes: readonly unknown[] }[];
}

async function readiness({ url }: Installation): Promise<{ status: number; body: Readiness }> {
  const response = await fetch(`${url}/health/ready`);
  return { status: response.status, body: (await response.json()) as Readiness };
}

const notReady = ({ services: all }: Readiness) => all.filter(({ ready }) => !ready).map(({ service }) => service);
const opened: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.stop();
});

/** Registers tickets until one is refused, and says with what. */
async function untilRefused(client: ApiClient) {
  for (const end = performance.now() + 120_000; performance.now() < end;) {
    const answer = await client.post('/tickets', aTicket);
    if (answer.status !== 201)
      return { status: answer.status, code: answer.body['code'], retry: answer.headers.get('retry-after') };
  }
  throw new Error('nothing was refused within 120 s');
}

const behind = { status: 503, code: 'projections-behind', retry: '1' };
const accepts = async (client: ApiClient) => (await client.post('/tickets', aTicket)).status === 201;

describe('readiness and back-pressure', () => {
  test('services over NATS: what stands still in another process is seen, slows acceptance, and is forgotten when it goes on', async () => {
    const nats: RunningNats = await startNats();
    opened.push(nats);
    const env = { NATS_URL: nats.url, LEDGERLINE_READ_MODELS: 'sqlite', LEDGERLINE_VAULT_KEY: 'k', LOG_LEVEL: 'silent' };
    const installation = await startServices({ env });
    opened.push(installation);
    await until(async () => (await readiness(installation)).status === 200);
    const { body } = await readiness(installation);
    expect(body.services.map(({ service }) => service).toSorted()).toEqual(services.toSorted());
    expect(Object.keys(body.lagMilliseconds.projections)).toEqual(expect.arrayContaining(['accounts', 'tickets']));
    expect(Object.keys(body.lagMilliseconds.processManagers)).toContain('route-new-tickets');
    expect(healthcheck('reporting', env)).toBe(0);

    const client = (await ApiClient.signIn(installation.url, 'admin', adminPassword)).impatient();
    const reporting = Number(installation.processes.find(({ name }) => name === 'reporting')?.pid);
    process.kill(reporting, 'SIGSTOP');
    opened.push({ stop: async () => void process.kill(reporting, 'SIGCONT') });
    expect(await untilRefused(client)).toEqual(behind);
    // What others follow may be behind as well while registrations come in; what stands still alone stays behind.
    await eventually(async () => {
      const halted = await readiness(installation);
      expect(halted.status).toBe(503);
      expect(notReady(halted.body)).toEqual(['reporting']);
      expect(halted.body.lagMilliseconds.projections['tickets']).toBeGreaterThan(5_000);
      expect(halted.body.lagMilliseconds.projections['accounts']).toBeLessThan(5_000);
    });
    expect(healthcheck('reporting', env)).toBe(1);
    process.kill(reporting, 'SIGCONT');
    await until(() => accepts(client));
    await until(async () => (await readiness(installation)).status === 200);
  });

  test('one process: the same, where the read models cannot be written', async () => {
    const installation = await startEmbedded({ env: { LOG_LEVEL: 'silent' } });
    opened.push(installation);
    await until(async () => (await readiness(installation)).status === 200);
    expect(notReady((await readiness(installation)).body)).toEqual([]);
    const client = (await ApiClient.signIn(installation.url, 'admin', adminPassword)).impatient();
    const database = new DatabaseSync(join(installation.data, 'read-models.sqlite'));
    database.exec('PRAGMA busy_timeout=60000; BEGIN IMMEDIATE');
    expect(await untilRefused(client)).toEqual(behind);
    database.exec('ROLLBACK');
    database.close();
    await until(() => accepts(client));
    await until(async () => (await readiness(installation)).status === 200);
  });

  test('a restart without anything new to apply is up to date', async () => {
    const installation = await startEmbedded();
    opened.push(installation);
    await until(async () => (await readiness(installation)).status === 200);
    await installation.stop();
    await installation.restart();
    await until(async () => (await readiness(installation)).body.projectionLagMilliseconds === 0);
  });
});

/** Exit code of what a container is asked. */
function healthcheck(service: string, env: Readonly<Record<string, string>>): number | null {
  const script = join(import.meta.dirname, '..', '..', '..', '..', 'deploy', 'healthcheck.mjs');
  return spawnSync(process.execPath, [script, service], { env: { ...process.env, NODE_OPTIONS: '', ...env } }).status;
}
