import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { connectNats } from '@ledgerline/adapter-nats';
import { adminPassword, ApiClient, ServiceProcess, startServices, until, type Installation } from '@ledgerline/installation';
import { startNats } from '@ledgerline/servers';
import { Kvm } from '@nats-io/kv';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { aTicket } from './ticket-story.js';

jest.setTimeout(300_000);

const opened: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.stop();
});

/** A services shape in which reporting, administration, intake and routing run twice. */
async function twice() {
  const nats = await startNats();
  opened.push(nats);
  const env = { NATS_URL: nats.url, LEDGERLINE_READ_MODELS: 'sqlite', LEDGERLINE_VAULT_KEY: 'k', LOG_LEVEL: 'fatal' };
  const installation = await startServices({ env });
  opened.push(installation);
  const data = { LEDGERLINE_DATA: installation.data, LEDGERLINE_STORE: 'jetstream', ...env };
  const copies = ['reporting', 'administration', 'intake', 'routing'].map((name) => new ServiceProcess(name, data));
  opened.push({ stop: () => Promise.all(copies.map((copy) => copy.end('SIGTERM'))) });
  await Promise.all(copies.map((copy) => copy.start()));
  const client = await ApiClient.signIn(installation.url, 'admin', adminPassword);
  return { nats, installation, client, processes: [...installation.processes, ...copies] };
}

interface Process {
  readonly process: string;
  readonly follows: readonly string[];
}

/** Ids of the processes that follow the log as this projection or process manager. */
async function whoFollows(name: string, service: string, { url }: Installation): Promise<readonly number[]> {
  const { services } = (await (await fetch(`${url}/health/ready`)).json()) as {
    services: readonly { service: string; processes: readonly Process[] }[];
  };
  const processes = services.find((one) => one.service === service)?.processes ?? [];
  return processes.filter(({ follows }) => follows.includes(name)).map((one) => Number(one.process.split(':')[1]));
}

/** How often each projection was claimed: the epoch of its owner. */
function claimsOfProjections({ data }: Installation): Readonly<Record<string, number>> {
  const database = new DatabaseSync(join(data, 'read-models.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT name, owner FROM owners').all() as unknown as readonly { name: string; owner: number }[];
  database.close();
  return Object.fromEntries(rows.map(({ name, owner }) => [name, owner]));
}

async function claimsOf(manager: string, natsUrl: string): Promise<number> {
  const connection = await connectNats(natsUrl, { name: 'claims' });
  try {
    const entry = await (await new Kvm(connection).open('CHECKPOINTS_main')).get(manager);
    return (entry?.json() as { owner: number }).owner;
  } finally {
    await connection.close();
  }
}

async function routeInstallations(client: ApiClient): Promise<void> {
  const table = {
    code: 'default',
    effectiveFrom: '2026-01-01T00:00:00Z',
    rules: [{ when: { item: 'installation' }, lead: 'call-centre', coHandling: [] }],
    fallback: 'call-centre',
  };
  const { body } = await client.post('/routing-tables', table);
  for (const step of ['submit', 'approve'])
    expect((await client.post(`/routing-tables/${String(body['id'])}/${step}`)).status).toBe(200);
}

const register = async (client: ApiClient, times: number) => {
  const made: { readonly id: string; readonly position: string }[] = [];
  while (made.length < times) {
    const { status, body } = await client.post('/tickets', { ...aTicket, item: 'installation' });
    if (status === 201) made.push({ id: String(body['id']), position: String(body['position']) });
  }
  return made;
};

type Made = Awaited<ReturnType<typeof register>>;

async function untilListed(client: ApiClient, made: Made) {
  const after = { 'ledgerline-after': String(made.at(-1)?.position) };
  await until(async () => (await client.get('/tickets?limit=1', after)).status === 200);
}

/** Each is in the list, and was routed once. */
async function expectDone(client: ApiClient, made: Made) {
  await untilListed(client, made);
  for (const { id } of made) {
    const routed = async () => {
      const { body } = await client.get(`/tickets/${id}/events`);
      return (body['items'] as { type: string }[]).filter(({ type }) => type === 'TicketRouted').length;
    };
    await until(async () => (await routed()) > 0);
    expect(await routed()).toBe(1);
  }
}

/** Claims on the read model of this name, whatever its version. */
function claimsOn(name: string, claims: Readonly<Record<string, number>>): number | undefined {
  return Object.entries(claims).find(([collection]) => new RegExp(`^${name}_v\\d+_g1_documents$`).test(collection))?.[1];
}

describe('services that follow the log, each in two copies', () => {
  test('one follows and the other stands by: no fighting, nothing twice, and it takes over when the first is killed', async () => {
    const { nats, installation, client, processes } = await twice();
    await routeInstallations(client);
    await expectDone(client, await register(client, 200));
    await until(async () => (await whoFollows('tickets', 'reporting', installation)).length === 1);
    const atRest = claimsOfProjections(installation);
    for (const name of ['accounts', 'deadlines', 'documents', 'notices', 'tickets'])
      expect(claimsOn(name, atRest)).toBeGreaterThan(0);
    expect(Math.max(...Object.values(atRest))).toBeLessThanOrEqual(2);
    for (const manager of ['route-new-tickets_1', 'finish-registration_1', 'bind-attachments_1'])
      expect(await claimsOf(manager, nats.url)).toBeLessThanOrEqual(2);

    for (const [name, service] of [['tickets', 'reporting'], ['route-new-tickets', 'routing']] as const) {
      await until(async () => (await whoFollows(name, service, installation)).length === 1);
      const [active] = await whoFollows(name, service, installation);
      const victim = processes.find(({ pid }) => pid === active);
      expect(victim?.name).toBe(service);
      await victim?.end('SIGKILL');
      await expectDone(client, await register(client, 5));
      await until(async () => !(await whoFollows(name, service, installation)).includes(Number(active)));
    } // prettier-ignore
    expect(claimsOn('tickets', claimsOfProjections(installation))).toBeLessThanOrEqual(3);
    expect(await claimsOf('route-new-tickets_1', nats.url)).toBeLessThanOrEqual(3);
  });

  test('queries are answered by either copy, also while it stands by', async () => {
    const { installation, client, processes } = await twice();
    const [made] = await register(client, 1);
    const path = `/tickets?number=${String((await client.get(`/tickets/${String(made?.id)}`)).body['number'])}`;
    const isAnswered = async () => ((await client.get(path)).body['items'] as unknown[] | undefined)?.length === 1;
    await until(isAnswered);
    const copies = processes.filter(({ name }) => name === 'reporting');
    expect(copies).toHaveLength(2);
    for (const [copy, other] of [copies, copies.toReversed()] as [ServiceProcess, ServiceProcess][]) {
      const followers = () => whoFollows('tickets', 'reporting', installation);
      // Whoever starts last follows; the other hears of it when it next has something to write down, and stands by.
      await copy.end('SIGKILL');
      await copy.start();
      await untilListed(client, await register(client, 1));
      await until(async () => (await followers()).includes(copy.pid) && !(await followers()).includes(other.pid));
      await copy.end('SIGKILL');
      // Nothing comes into the log any more: whoever stands by has nothing to take over, however long its answer takes.
      await until(isAnswered);
      expect(await followers()).not.toContain(other.pid);
      await copy.start();
    }
  });
});
