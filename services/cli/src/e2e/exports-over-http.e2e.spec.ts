import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { until, type ApiClient, type Installation } from '@ledgerline/installation';
import { execFileSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { verifyExport } from '../../../../tools/verifier/verify.mjs';
import { ledgerline, result } from './command-line.js';
import { filledInstallation, newFolder, secretWords } from './filled-installation.js';

jest.setTimeout(240_000);

describe('exports over HTTP', () => {
  let installation: Installation;
  let folder: string;
  let temporary: string;
  let auditor: string;
  let agent: string;
  let client: ApiClient;
  beforeAll(async () => {
    [folder, temporary] = [await newFolder(), await newFolder()];
    ({ installation, client } = await filledInstallation(4, undefined, { TMPDIR: temporary }));
    const tokenFor = async (name: string, roles: readonly string[]) =>
      String((await client.post('/tokens', { name, roles, departments: [] })).body['token']);
    [auditor, agent] = [await tokenFor('the-auditor', ['auditor']), await tokenFor('an-agent', ['agent'])];
  });
  afterAll(async () => {
    expect(await installation.stop()).toEqual([0]);
    expect(readdirSync(temporary).filter((name) => name.startsWith('ledgerline-export-'))).toEqual([]);
  });

  const ask = (path: string, token: string, signal?: AbortSignal) =>
    fetch(`${installation.url}/api/v1/exports/${path}`, { headers: { authorization: `Bearer ${token}` }, ...(signal ? { signal } : {}) }); // prettier-ignore
  /** Downloads into a file; what is not there whole is an error. */
  const taken = async (path: string) => {
    const answer = await ask(path, auditor);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([path, answer.status]).toEqual([path, 200]);
    for (const words of secretWords) expect(bytes.includes(words)).toBe(false);
    const [, name = ''] = /filename="?([^";]+)/.exec(String(answer.headers.get('content-disposition'))) ?? [];
    expect(name).toMatch(/^ledgerline-main-\d{8}T\d{6}Z\.[a-z.]+$/);
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return { file, position: String(answer.headers.get('ledgerline-position')) };
  };
  const marked = (position: string) => ({ exportedBy: 'the-auditor (API token)', site: 'main', position, exportedAt: expect.stringMatching(/^\d{4}-.*Z$/) }); // prettier-ignore

  test('the log says who took it, and still verifies, with the product and without it', async () => {
    const { file, position } = await taken('log');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(JSON.parse(String(lines[0]))).toEqual({ keys: [], stamp: marked(position) });
    expect(JSON.parse(String(lines.at(-1)))).toMatchObject({ end: { position } });
    expect(result(await ledgerline(['verify', '--file', file, '--json']))).toMatchObject({ whole: true, position });
    expect(await verifyExport(lines)).toMatch(/^whole: \d+ commits/);
  });

  test.each(['xes', 'ocel', 'ocel-sqlite'])('courses come as %s', async (format) => {
    const { file, position } = await taken(format);
    if (format === 'xes') {
      const text = readFileSync(file, 'utf8');
      expect(text).toContain('<string key="exportedBy" value="the-auditor (API token)"/>');
      expect([text.match(/<trace>/g)?.length, text.endsWith('</log>\n')]).toEqual([4, true]);
    } else if (format === 'ocel') {
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ ledgerline: marked(position), events: expect.any(Array) });
    } else {
      const database = new DatabaseSync(file, { readOnly: true });
      expect(database.prepare('SELECT * FROM ledgerline').get()).toMatchObject(marked(position));
      expect(database.prepare("SELECT count(*) AS n FROM event WHERE ocel_type = 'TicketRegistered'").get()).toEqual({ n: 4 });
      database.close();
    }
  });

  test('tables come in batches that go on where one is, each line marked', async () => {
    const into = await newFolder();
    const unpack = async (path: string) => execFileSync('tar', ['-xf', (await taken(path)).file, '-C', into]);
    const rows = () =>
      globSync(join(into, 'type=*/day=*/*.csv')).flatMap((file) => {
        const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\r\n');
        expect(head.endsWith(',exportedBy,exportedAt')).toBe(true);
        for (const line of lines) expect(line).toMatch(/,the-auditor \(API token\),\d{4}-[^,]+Z$/);
        return lines.map((line) => line.split(',')[0]);
      });
    const batches = () => globSync(join(into, '_batches/*.json')).sort().map((file) => JSON.parse(readFileSync(file, 'utf8')) as { number: number; position: string }); // prettier-ignore
    await unpack('csv');
    const before = rows();
    const [first] = batches();
    const matter = { channel: 'phone', kind: 'request', level: 'general', item: 'other', subject: 's', description: 'd', caller: {} };
    const { body } = await client.post('/tickets', matter);
    await unpack(`csv?after=${first?.position}&batch=${first?.number}`);
    expect(batches().map(({ number }) => number)).toEqual([1, 2]);
    const after = rows();
    expect(new Set(after).size).toBe(after.length);
    expect(after.filter((id) => !before.includes(id)).some((id) => id?.startsWith(String(body['id'])))).toBe(true);
  }); // prettier-ignore

  test('are for auditors, and each that was begun is on record', async () => {
    expect([(await ask('xes', agent)).status, (await ask('xes', 'nobody-0123456789')).status]).toEqual([403, 401]);
    const code = async (path: string) => ((await (await ask(path, auditor)).json()) as { code: string }).code;
    expect([await code('pdf'), await code('csv?after=main.1a.5&batch=1'), await code('csv?batch=1'), await code('xes?log=theirs')]).toEqual(['export-not-found', 'log-restored', 'invalid-query', 'invalid-query']); // prettier-ignore
    const { position } = await taken('parquet');
    let found: readonly object[] = [];
    await until(async () => {
      found = (await client.get('/audit/exports')).body['items'] as readonly object[];
      return found.some((one) => (one as { format?: string }).format === 'parquet');
    });
    expect(found[0]).toMatchObject({ type: 'ExportTaken', format: 'parquet', position });
    expect(found.filter((one) => 'log' in one).length).toBeGreaterThan(2);
  });

  test('a download that nobody reads on is ended, and leaves nothing behind', async () => {
    const over = new AbortController();
    const answer = await ask('ocel', auditor, over.signal);
    over.abort();
    await expect(answer.text()).rejects.toThrow();
    await until(() => Promise.resolve(readdirSync(temporary).every((name) => !name.startsWith('ledgerline-export-'))));
    await taken('xes');
  });
});
