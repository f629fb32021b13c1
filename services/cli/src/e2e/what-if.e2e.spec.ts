import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startEmbedded, type Installation } from '@ledgerline/installation';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerline, result } from './command-line.js';
import { newFolder } from './filled-installation.js';

jest.setTimeout(240_000);

interface Body {
  readonly clocks: readonly { readonly clock: string; readonly within: unknown }[];
}

describe('what-if, over the API of a running installation', () => {
  let installation: Installation;
  let admin: ApiClient;
  let env: Record<string, string>;
  let [file, last] = ['', ''];
  beforeAll(async () => {
    const data = await newFolder();
    installation = await startEmbedded({ data });
    admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    env = { LEDGERLINE_URL: installation.url, LEDGERLINE_PASSWORD: adminPassword };
    await admin.post('/departments', { code: 'quality', name: 'q' });
    const matter = { channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: 's', description: 'd', caller: {} };
    const { body: ticket } = await admin.post('/tickets', matter);
    await admin.post(`/tickets/${String(ticket['id'])}/route`, { lead: 'quality', coHandling: [] });
    const { body } = await admin.post(`/tickets/${String(ticket['id'])}/accept`, { department: 'quality' });
    last = String(body['position']);
    const policy = (await admin.get('/policies/company')).body as unknown as { readonly body: Body };
    const clocks = policy.body.clocks.filter(({ clock }) => clock !== 'accept');
    file = join(data, 'no-accept.json');
    await writeFile(file, JSON.stringify({ ...policy.body, clocks }));
  });
  afterAll(async () => {
    expect(await installation.stop()).toEqual([0]);
  });

  test('with the policy in force nothing differs; with another one it says which clocks, and leads to the tickets', async () => {
    expect((await admin.get('/reports/sla', { 'Ledgerline-After': last })).status).toBe(200);
    const same = result(await ledgerline(['what-if', '--policy', 'company', '--as', 'admin', '--json'], { env }));
    expect(same).toMatchObject({ state: 'done', clocks: { tickets: 1, differing: 0 } });
    const ran = await ledgerline(['what-if', '--policy', file, '--as', 'admin', '--json'], { env });
    const told = result(ran) as { readonly id?: string; readonly clocks?: { readonly lines: readonly object[] } };
    expect(told.clocks?.lines).toContainEqual({ department: 'quality', clock: 'accept', before: 'kept', after: 'none', clocks: 1 });
    const tickets = await admin.get(`/reports/what-if/${told.id}/tickets?clock=accept&after=none`);
    expect(tickets.body['items']).toEqual([
      expect.objectContaining({ clocks: [{ department: 'quality', clock: 'accept', before: 'kept', after: 'none' }] }),
    ]);
    const words = await ledgerline(['what-if', '--policy', file, '--as', 'admin'], { env });
    expect(words).toMatchObject({ code: 0, stdout: expect.stringMatching(/^quality +accept +1 +0 +0 +0 +1$/m) });
  });

  test('a routing table says who would have got what; a document with faults is refused with each of them', async () => {
    const table = { code: 'tried', effectiveFrom: '2026-01-01T00:00:00Z', fallback: 'call-centre', rules: [{ when: { kind: 'complaint' }, lead: 'call-centre', coHandling: [] }] }; // prettier-ignore
    const begun = await admin.post('/reports/what-if', { routingTable: { body: { ...table, rules: [{ ...table.rules[0], lead: 'sales' }] } } });
    expect(begun.status).toBe(202);
    let state = begun.body;
    while (state['state'] === 'running') state = (await admin.get(`/reports/what-if/${String(begun.body['id'])}`)).body;
    expect(state['routes']).toEqual([
      expect.objectContaining({ was: { lead: 'quality', coHandling: [], by: 'person' }, wouldBe: { lead: 'sales', coHandling: [] }, tickets: 1 }),
    ]);
    const faulty = await admin.post('/reports/what-if', { policy: { body: { code: 'x' } } });
    expect([faulty.status, faulty.body['code']]).toEqual([400, 'invalid-document']);
    const missing = await admin.post('/reports/what-if', { policy: { code: 'none-such' } });
    expect([missing.status, missing.body['code']]).toEqual([404, 'document-not-found']);
  });
}); // prettier-ignore
