import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SqliteCheckpoints, SqliteEventStore } from '@ledgerline/adapter-sqlite';
import { eventually, startEmbedded, type ApiClient, type Installation } from '@ledgerline/installation';
import type { Position } from '@ledgerline/kernel';
import { mappingFile } from './e2e/import-here.js';
import { runImport } from './e2e/import-process.js';
import { aRepair, everyItem, firstRows, routeFaultRepairs, signIn } from './e2e/imported-installation.js';
import { logContent } from './e2e/log-content.js';

jest.setTimeout(180_000);

type Item = Readonly<Record<string, unknown>>;
const itemsOf = ({ body }: { readonly body: Item }) => body['items'] as readonly Item[];

describe('an installation into which a log was imported', () => {
  let installation: Installation;
  let admin: ApiClient;
  let args: readonly string[];
  let end: Position;
  const caseOne = async () =>
    (await everyItem(admin, '/tickets?q=Case+1&limit=200')).find(({ subject }) => subject === 'Case 1: product Value 1');
  beforeAll(async () => {
    installation = await startEmbedded();
    await routeFaultRepairs(await signIn(installation.url), 'repairs');
    expect(await installation.stop()).toEqual([0]);
    args = [await firstRows(2_000), '--mapping', mappingFile('helpdesk'), '--json'];
    const { code, lines } = await runImport(args, { LEDGERLINE_DATA: installation.data });
    expect([code, lines]).toEqual([0, [{ summary: expect.objectContaining({ added: 2_000 }) }]]);
    end = await endOf(installation.data);
    await installation.restart();
    admin = await signIn(installation.url);
  });
  afterAll(async () => {
    expect(await installation.stop()).toEqual([0]);
  });

  test('lists its tickets at once, at their own times', async () => {
    const page = itemsOf(await admin.get('/tickets?limit=200&sort=registeredAt'));
    expect(page).toHaveLength(200);
    for (const ticket of page) expect(ticket).toMatchObject({ imported: true, kind: 'fault-repair' });
    expect(String(page[0]?.['registeredAt']) < '2011').toBe(true);
    expect(await caseOne()).toMatchObject({ status: 'closed', product: 'value-1' });
    expect(itemsOf(await admin.get('/tickets?status=dispatched'))).toEqual([]);
  });

  test('shows each with its timeline, and as it stood', async () => {
    const ticket = await caseOne();
    const path = `/tickets/${String(ticket?.['number'])}`;
    const events = itemsOf(await admin.get(`${path}/events?limit=50`)) as readonly {
      readonly type: string;
      readonly data: Item;
      readonly meta: Item;
    }[];
    expect(events.map(({ type, data }) => data['activity'] ?? type)).toEqual([
      'TicketRegistered', 'Assign seriousness', 'Take in charge ticket', 'Take in charge ticket', 'Resolve ticket', 'Closed', 'TicketClosed',
    ]); // prettier-ignore
    expect(events[2]).toMatchObject({
      data: { resource: 'Value 1', details: { seriousness: 'Value 1' } },
      meta: { at: '2012-10-09T12:51:01.000Z', origin: { source: 'helpdesk-4tu', reference: 'Case 1, line 3' } },
    });
    expect((await admin.get(path)).body).toMatchObject({ status: 'closed', closureCode: 'resolved', imported: true });
    expect((await admin.get(`${path}?at=2012-10-25T12:00:00Z`)).body).toMatchObject({
      status: 'registered',
      registeredAt: '2012-10-09T12:50:17.000Z',
    });
    expect((await admin.get(`${path}?at=2012-10-09T00:00:00Z`)).status).toBe(404);
    expect((await admin.get(`${path}?known=2020-01-01T00:00:00Z`)).status).toBe(404);
  });

  test('woke nobody by it, while a live ticket is routed at once', async () => {
    const { body } = await admin.post('/tickets', aRepair);
    const live = String(body['id']);
    await eventually(async () => expect((await admin.get(`/tickets/${live}`)).body['status']).toBe('dispatched'));
    await eventually(() => haveSeen(['route-new-tickets@1', 'finish-registration@1'], end, installation.data));
    const content = await logContent(installation.data);
    const imported = [...content].filter(
      ([stream]) =>
        /^(ticket|contact)\./.test(stream) && !stream.endsWith(live) && content.get(stream)?.[0]?.meta.origin !== undefined,
    );
    expect(imported.length).toBeGreaterThan(400);
    for (const event of imported.flatMap(([, events]) => events)) expect(event.meta.actor.kind).toBe('imported');
  });

  test('works on them as on others; what is imported after that changes nothing of it', async () => {
    const [open] = itemsOf(await admin.get('/tickets?open=true&limit=200')).filter(({ imported }) => imported);
    const path = `/tickets/${String(open?.['id'])}`;
    expect((await admin.post(`${path}/route`, { lead: 'repairs' })).status).toBe(200);
    expect((await admin.get(path)).body).toMatchObject({ status: 'dispatched', parts: [{ department: 'repairs' }] });
    await installation.stop();
    const { lines } = await runImport(args, { LEDGERLINE_DATA: installation.data });
    expect(lines).toEqual([{ summary: expect.objectContaining({ added: 0, thereAlready: 2_000 }) }]);
    await installation.restart();
    expect((await (await signIn(installation.url)).get(path)).body).toMatchObject({
      status: 'dispatched',
      version: Number(open?.['version']) + 1,
    });
  });
});

async function endOf(data: string): Promise<Position> {
  const store = await SqliteEventStore.open(data, { readOnly: true });
  const end = await store.end();
  await store.close();
  return end;
}

/** All of these process managers have come past a position. */
async function haveSeen(names: readonly string[], position: Position, data: string): Promise<void> {
  const [checkpoints, store] = [await SqliteCheckpoints.open(data), await SqliteEventStore.open(data, { readOnly: true })];
  const reached = await Promise.all(names.map((name) => checkpoints.get(name)));
  await checkpoints.close();
  const behind = reached.filter((at) => at === undefined || store.compare(at, position) < 0);
  await store.close();
  expect(behind).toEqual([]);
}
