import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startEmbedded, type Installation } from '@ledgerline/installation';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledgerline, result } from './command-line.js';
import { filledInstallation, newFolder, type Filled } from './filled-installation.js';

jest.setTimeout(180_000);

interface Report {
  readonly equal?: boolean;
  readonly projections: readonly { readonly projection: string; readonly differences: readonly { id: string; what: string }[] }[];
}

const run = async (data: string, ...args: string[]) => {
  const ran = await ledgerline(['rebuild', '--json', ...args], { env: { LEDGERLINE_DATA: data } });
  return { code: ran.code, report: result(ran) as never as Report, stderr: ran.stderr };
};

const tablesOf = (data: string) => {
  const database = new DatabaseSync(join(data, 'read-models.sqlite'), { readOnly: true });
  const rows = database.prepare("SELECT name FROM sqlite_schema WHERE name GLOB '*_documents'").all() as { name: string }[];
  database.close();
  return rows.map(({ name }) => name).sort();
};

/** A copy of the data folder whose read models were changed behind Ledgerline's back. @param sql over `documents` and `rows` of `tickets`, whatever version they are of */
async function spoilt(data: string, sql: string): Promise<string> {
  const copy = await newFolder();
  await cp(data, copy, { recursive: true });
  const database = new DatabaseSync(join(copy, 'read-models.sqlite'));
  const tickets = tablesOf(copy).find((name) => /^tickets_v\d+_g2_documents$/.test(name)) as string;
  const inTickets = sql.replace(/\b(documents|rows)\b/, (end) => tickets.replace(/documents$/, end));
  expect(database.prepare(inTickets).run().changes).toBeGreaterThan(0);
  database.close();
  return copy;
}

describe('a stopped installation', () => {
  let filled: Filled;
  let data: string;
  beforeAll(async () => {
    filled = await filledInstallation();
    data = filled.installation.data;
    expect(await filled.installation.stop()).toEqual([0]);
  });

  test('its read models equal a fresh replay, and again after a rebuild', async () => {
    const before = await run(data, '--all', '--check');
    expect([before.code, before.report.equal]).toEqual([0, true]);
    expect(before.report.projections.map(({ projection }) => projection)).toEqual(
      expect.arrayContaining(['tickets', 'accounts']),
    );
    const rebuilt = await run(data, '--all');
    expect(rebuilt.code).toBe(0);
    for (const projection of rebuilt.report.projections) expect(projection).toMatchObject({ generation: 2, differences: [] });
    expect(rebuilt.stderr).toMatch(/^rebuilding tickets {2}\[█+\] 100 %/m);
    expect(tablesOf(data).every((name) => name.endsWith('_g2_documents'))).toBe(true);
    expect(await run(data, '--all', '--check')).toMatchObject({ code: 0, report: { equal: true } });
    const words = await ledgerline(['rebuild', 'tickets', '--check'], { env: { LEDGERLINE_DATA: data } });
    expect(words.stdout).toMatch(/^tickets: 4 documents, \d+ rows; equal to a fresh replay\n$/);
  });

  test.each([
    ['a document that was changed', "UPDATE documents SET document = replace(document, 'fault', 'gone')", 'differs'],
    ['a document that was taken out', 'DELETE FROM documents WHERE key = 1', 'missing'],
    ['a row that was changed', "UPDATE rows SET f_kind = 'praise' WHERE doc = 1", 'rows-differ'],
    ['a row that was taken out', 'DELETE FROM rows WHERE doc = 1', 'rows-differ'],
  ])('%s is found by --check and put right by a rebuild', async (_case, sql, what) => {
    const copy = await spoilt(data, sql);
    const found = await run(copy, 'tickets', '--check');
    expect([found.code, found.report.equal]).toEqual([1, false]);
    expect(found.report.projections[0]?.differences.map((difference) => difference.what)).toContain(what);
    expect((await run(copy, 'tickets')).code).toBe(0);
    expect(await run(copy, 'tickets', '--check')).toMatchObject({ code: 0, report: { equal: true } });
  });

  test('names that are none are wrong use, and so is nothing', async () => {
    for (const args of [[], ['tickest'], ['tickets', '--all']])
      expect((await ledgerline(['rebuild', ...args], { env: { LEDGERLINE_DATA: data } })).code).toBe(2);
  });
});

let running: Installation | undefined;
afterAll(async () => {
  await running?.kill();
});

test('beside a running installation that goes on being written to: nothing is lost, and it goes over to the new ones', async () => {
  const installation = await startEmbedded({ data: await newFolder() });
  running = installation;
  const client = await ApiClient.signIn(installation.url, 'admin', adminPassword);
  const ticket = {
    channel: 'phone',
    kind: 'complaint',
    level: 'general',
    item: 'fault',
    subject: 's',
    description: 'd',
    caller: {},
  };
  let position = '';
  let registered = 0;
  let over = false;
  const lane = async () => {
    while (!over) {
      const { status, body } = await client.post('/tickets', ticket);
      if (status === 201) [position, registered] = [String(body['position']), registered + 1];
    }
  };
  const lanes = Promise.all([lane(), lane()]);
  const { code, report } = await run(installation.data, '--all');
  expect(code).toBe(0);
  for (const { differences } of report.projections) expect(differences).toEqual([]);
  over = true;
  await lanes;
  expect(registered).toBeGreaterThan(0);
  expect((await client.get('/tickets', { 'ledgerline-after': position })).status).toBe(200);
  expect((await client.get('/tickets/count')).body).toMatchObject({ count: registered });
  const { body } = await client.post('/tickets', ticket);
  expect((await client.get('/tickets', { 'ledgerline-after': String(body['position']) })).status).toBe(200);
  expect(tablesOf(installation.data).every((name) => name.endsWith('_g2_documents'))).toBe(true);
  expect(await run(installation.data, '--all', '--check')).toMatchObject({ code: 0, report: { equal: true } });
  const ready = await (await fetch(`${installation.url}/health/ready`)).json();
  expect(ready).toMatchObject({ loops: expect.arrayContaining([{ name: 'projections', running: true, failures: 0 }]) });
  expect(await installation.stop()).toEqual([0]);
});
