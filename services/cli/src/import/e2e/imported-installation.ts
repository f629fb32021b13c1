import { expect } from '@jest/globals';
import { adminPassword, ApiClient } from '@ledgerline/installation';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { helpdeskLog } from './import-here.js';
import { newFolder } from './imported-log.js';

/** The first cases of the help-desk log, as a file of their own. */
export async function firstRows(rows: number): Promise<string> {
  const file = join(await newFolder(), 'helpdesk.csv');
  const lines = gunzipSync(await readFile(helpdeskLog))
    .toString()
    .split('\n');
  await writeFile(file, `${lines.slice(0, rows + 1).join('\n')}\n`);
  return file;
}

/** A routing table in force that sends every fault repair somewhere: what is live is routed by it at once. */
export async function routeFaultRepairs(admin: ApiClient, lead: string): Promise<void> {
  expect((await admin.post('/departments', { code: lead, name: lead })).status).toBe(201);
  const table = {
    code: 'repairs',
    effectiveFrom: '2020-01-01T00:00:00Z',
    rules: [{ when: { kind: 'fault-repair' }, lead, coHandling: [] }],
    fallback: 'call-centre',
  };
  const { status, body } = await admin.post('/routing-tables', { ...table, code: 'default' });
  expect([status, body]).toEqual([201, expect.anything()]);
  for (const step of ['submit', 'approve'])
    expect((await admin.post(`/routing-tables/${String(body['id'])}/${step}`)).status).toBe(200);
}

export function signIn(url: string): Promise<ApiClient> {
  return ApiClient.signIn(url, 'admin', adminPassword);
}

export const aRepair = {
  channel: 'phone',
  kind: 'fault-repair',
  level: 'general',
  item: 'fault',
  subject: '机器不启动',
  description: 'It does not start.',
  caller: { name: '王丽' },
};

/** Every item of a list, page by page. */
export async function everyItem(client: ApiClient, path: string): Promise<readonly Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let cursor = ''; ;) {
    const { status, body } = await client.get(`${path}${cursor}`);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    items.push(...(body['items'] as readonly Record<string, unknown>[]));
    if (body['next'] === null) return items;
    cursor = `&cursor=${String(body['next'])}`;
  }
}
