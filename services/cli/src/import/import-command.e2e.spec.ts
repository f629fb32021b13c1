import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startEmbedded } from '@ledgerline/installation';
import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { mappingFile } from './e2e/import-here.js';
import { runImport } from './e2e/import-process.js';
import { newFolder } from './e2e/imported-log.js';
import { logContent } from './e2e/log-content.js';

jest.setTimeout(240_000);

const columns =
  'Case ID,Activity,Resource,Complete Timestamp,seriousness,customer,product,responsible_section,seriousness_2,service_level,service_type,support_section,workgroup';
const line = (id: string, activity: string, time = '2012/10/09 14:50:17.000') =>
  `${id},${activity},Value 1,${time},s,c,p,r,s2,sl,st,ss,w`;
const mapping = ['--mapping', mappingFile('helpdesk')];

async function fileOf(...lines: readonly string[]): Promise<string> {
  const file = join(await newFolder(), 'log.csv');
  await writeFile(file, [columns, ...lines, ''].join('\n'));
  return file;
}

const stops: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(stops.map((stop) => stop())));

describe('the command', () => {
  test('tells bad rows by line, goes on, and exits with 1', async () => {
    const file = await fileOf(line('1', 'A'), line('1', 'B', 'at noon'), line('', 'A'), line('1', 'C'));
    const env = { LEDGERLINE_DATA: await newFolder() };
    const words = await runImport([file, ...mapping], env);
    expect(words.stderr).toBe('line 3: unparsable-time: "at noon"\nline 4: missing-case: no case id\n');
    expect(words.stdout).toMatch(
      /^helpdesk-4tu: 4 rows in .* 2 bad\n2 activities added, 0 there already; 1 tickets registered, of 1 cases\n/,
    );
    expect(words.code).toBe(1);
    const json = await runImport([file, ...mapping, '--json', '--allow-bad-rows'], env);
    expect(json.code).toBe(0);
    expect(json.lines).toEqual([
      { badRow: { line: 3, reason: 'unparsable-time', detail: '"at noon"' } },
      { badRow: { line: 4, reason: 'missing-case', detail: 'no case id' } },
      { summary: expect.objectContaining({ rows: 4, badRows: 2, added: 0, thereAlready: 2, cases: 1, finished: true }) },
    ]);
  });

  test('a dry run writes nothing', async () => {
    const data = join(await newFolder(), 'not-there');
    const { code, lines } = await runImport([await fileOf(line('1', 'A'), line('2', 'A')), ...mapping, '--json', '--dry-run'], {
      LEDGERLINE_DATA: data,
    });
    expect([code, lines]).toEqual([0, [{ summary: expect.objectContaining({ dryRun: true, rows: 2, added: 2, cases: 2 }) }]]);
    await expect(access(data)).rejects.toThrow('ENOENT');
  });

  test('wrong use is told, and exits with 2', async () => {
    const folder = await newFolder();
    const env = { LEDGERLINE_DATA: join(folder, 'data') };
    const write = async (name: string, text: string) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    const file = await fileOf(line('1', 'A'));
    const wrong = await runImport([file, '--mapping', await write('wrong.json', '{"source": "X", "events": []}'), '--json'], env);
    expect(wrong.lines[0]?.['error']).toMatchObject({
      code: 'invalid-mapping',
      errors: expect.arrayContaining([expect.objectContaining({ pointer: '/source', detail: expect.anything() })]),
    });
    const ends = [
      wrong,
      await runImport([file, '--mapping', await write('broken.json', '{')], env),
      await runImport([await write('other.csv', 'a,b\n1,2\n'), ...mapping], env),
      await runImport([join(folder, 'nothing.csv'), ...mapping], env),
      await runImport([await write('log.txt', 'a'), ...mapping], env),
      await runImport([file, ...mapping], { ...env, LEDGERLINE_STORE: 'memory' }),
      await runImport([file, ...mapping], { ...env, PORT: 'x' }),
    ];
    expect(ends.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2, 2]);
    expect(ends[2]?.stderr).toContain('/case: the file has no column "Case ID"');
    expect(ends[3]?.stderr).toContain('ENOENT');
    for (const { stderr, stdout } of ends) expect(stderr + stdout).not.toContain('    at ');
  });

  test('imports what a broken archive still gives, and says that it is broken', async () => {
    const file = join(await newFolder(), 'log.csv.gz');
    const rows = Array.from({ length: 20_000 }, (_, n) => line(`Case ${n}`, `activity ${(n * 7_919) % 1_000}`));
    const packed = gzipSync([columns, ...rows].join('\n'));
    await writeFile(file, packed.subarray(0, packed.length / 2));
    const data = await newFolder();
    const { code, lines } = await runImport([file, ...mapping, '--json'], { LEDGERLINE_DATA: data });
    expect([code, lines]).toEqual([
      1,
      [{ error: { code: 'broken-gzip', message: expect.stringContaining('cannot be unpacked any further') } }],
    ]);
    expect([...(await logContent(data)).keys()].filter((stream) => stream.startsWith('ticket.')).length).toBeGreaterThan(1_000);
  });

  test('is refused beside a running installation, which goes on', async () => {
    const installation = await startEmbedded();
    stops.push(installation.stop);
    const { code, stderr } = await runImport([await fileOf(line('1', 'A')), ...mapping], { LEDGERLINE_DATA: installation.data });
    expect(code).toBe(1);
    expect(stderr).toContain(`another Ledgerline is running on ${installation.data}: the embedded log has one writer`);
    const client = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    expect((await client.get('/tickets')).body['items']).toEqual([]);
    expect(await installation.stop()).toEqual([0]);
  });
});
