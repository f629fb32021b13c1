import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, startEmbedded, type Installation } from '@ledgerline/installation';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerline, result } from './command-line.js';

jest.setTimeout(180_000);

/** Nothing of these may be found anywhere once the person is erased: as they were written, and as an index has them. */
const theirs = [
  'Quillfeather',
  'quillfeather',
  'Zacharias',
  'zacharias',
  '13800138000',
  'anisecellar',
  'whistlingneighbour',
  '漏水的地下室',
];
const other = 'Bartholomew';

describe('erasing a person', () => {
  let installation: Installation;
  let client: ApiClient;
  let ticket: { id: string; number: string };
  let bystander: string;
  let attachment: string;
  const run = (...args: string[]) =>
    ledgerline([...args], {
      env: { LEDGERLINE_URL: installation.url, LEDGERLINE_DATA: installation.data, LEDGERLINE_PASSWORD: adminPassword },
      input: `${adminPassword}\n`,
    });
  const register = async (name: string, subject: string) => {
    const { body } = await client.post('/tickets', {
      channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject, description: `${subject} 漏水的地下室`,
      caller: { name, phone: '13800138000', email: `${name.split(' ')[0]?.toLowerCase()}@example.org` },
    }); // prettier-ignore
    return { id: String(body['id']), number: String(body['number']) };
  };
  beforeAll(async () => {
    installation = await startEmbedded({ env: { LEDGERLINE_CHECKPOINT_SECONDS: '1' } });
    client = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    ticket = await register('Zacharias Quillfeather', 'anisecellar');
    const { body } = await client.post('/tickets', {
      channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: 'lamp', description: 'lamp', caller: { name: other },
    }); // prettier-ignore
    bystander = String(body['id']);
    const stored = await fetch(`${installation.url}/api/v1/attachments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${(client as unknown as { token: string }).token}`,
        'content-type': 'text/plain',
        'content-disposition': 'attachment; filename="whistlingneighbour.txt"',
      },
      body: 'whistlingneighbour',
    });
    attachment = String(((await stored.json()) as { id: string }).id);
    const text = 'the whistlingneighbour again';
    const added = await client.post(`/tickets/${ticket.id}/add-message`, { from: 'caller', text, attachments: [attachment] });
    expect(added.status).toBe(200);
    await listed(String(added.body['position']));
  });
  afterAll(async () => {
    await installation.kill();
    await rm(installation.data, { recursive: true, force: true });
  });

  const listed = (position: string) =>
    eventually(async () => {
      const { status, body } = await client.get('/tickets', { 'ledgerline-after': position });
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body['items'] as { id: string; caller: unknown }[];
    });
  /** `file: text` of whatever stands in the data folder. */
  const traces = async () => {
    const found: string[] = [];
    for (const entry of await readdir(installation.data, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      for (const text of theirs)
        for (const encoding of ['utf8', 'utf16le'] as const)
          if (bytes.includes(Buffer.from(text, encoding))) found.push(`${entry.name}: ${text}`);
    }
    return found;
  };

  test('before it, they stand in the lists: the search finds what there is', async () => {
    expect((await traces()).some((trace) => trace.startsWith('read-models.sqlite'))).toBe(true);
  });

  test('is refused while a legal hold stands, and to whoever is no administrator', async () => {
    const hold = { ticket: ticket.number, ground: 'litigation', reference: '2026/17' };
    expect((await client.post('/legal-holds', hold)).status).toBe(201);
    const refused = await run('erase', ticket.id, '--json', '--as', 'admin');
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('legal-hold')]);
    expect((await client.post('/legal-holds/release', hold)).status).toBe(200);
    await client.post('/users', { username: 'anna', password: 'long-enough-1', name: 'Anna', roles: ['agent'], departments: [] });
    const agent = await ApiClient.signIn(installation.url, 'anna', 'long-enough-1');
    expect((await agent.post('/erasures', { ticket: ticket.id, ground: 'person-request' })).status).toBe(403);
    expect((await client.post('/erasures', { ticket: ticket.id, ground: 'Mr Quillfeather asked' })).status).toBe(400);
    expect((await client.post('/erasures', { ticket: 'p0-none', ground: 'person-request' })).status).toBe(404);
  });

  test('exports that stand in the data folder hold nothing of them, before and after', async () => {
    await mkdir(join(installation.data, 'exports'));
    for (const format of ['parquet', 'csv', 'jsonl'])
      expect((await run('export', '--format', format, '--to', join(installation.data, 'exports', format))).code).toBe(0);
    expect((await traces()).filter((trace) => /\.(parquet|csv|jsonl)|^jsonl/.test(trace))).toEqual([]);
  });

  test('leaves nothing of them in any file while Ledgerline runs, nor when it has ended', async () => {
    const erased = await run('erase', ticket.number, '--json', '--as', 'admin', '--reference', '2026/18');
    expect([erased.stderr, erased.code]).toEqual([expect.any(String), 0]);
    expect(result(erased)).toMatchObject({ state: 'completed', ground: 'person-request', reference: '2026/18' });
    expect(await traces()).toEqual([]);
    const { body } = await client.post(`/tickets/${ticket.id}/add-message`, {
      from: 'caller',
      text: 'it is zacharias once more',
    });
    const items = await listed(String(body['position']));
    expect(items.find(({ id }) => id === ticket.id)?.caller).toEqual({ erased: true });
    expect(JSON.stringify(items.find(({ id }) => id === bystander))).toContain(other);
    expect((await client.get('/tickets?q=quillfeather')).body['items']).toEqual([]);
    const events = await client.get(`/tickets/${ticket.id}/events`);
    expect(JSON.stringify(events.body)).not.toMatch(/zacharias|anisecellar/i);
    const gone = await client.call('GET', `/attachments/${attachment}`).catch((error: unknown) => error);
    expect(JSON.stringify(gone)).not.toContain('whistlingneighbour');
    expect((await client.post('/erasures', { ticket: ticket.id, ground: 'person-request' })).status).toBe(409);
    expect(await installation.stop()).toEqual([0]);
    expect(await traces()).toEqual([]);
  });

  test('the history still verifies, and the erasure is on record without a word about them', async () => {
    const whole = result(await run('verify', '--json'));
    expect(whole).toMatchObject({ whole: true, signed: { commits: whole['commits'] } });
    const file = join(installation.data, 'log.jsonl');
    await run('export', '--to', file);
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(/"reference":"2026\/18".*"type":"ErasureOrdered"/);
    expect(text).toMatch(/"type":"ErasureCompleted"/);
  });
});
