import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Position, SealedCommit } from '@ledgerline/kernel';
import { sampleCommit } from '@ledgerline/kernel/contracts';
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { itemLine } from '@ledgerline/exports';
import { ledgerline, main, result } from './command-line.js';
import { filledInstallation, newFolder, secretWords } from './filled-installation.js';

jest.setTimeout(240_000);

describe('an export', () => {
  let data: string;
  let file: string;
  let digest: string;
  beforeAll(async () => {
    const { installation } = await filledInstallation();
    expect(await installation.stop()).toEqual([0]);
    data = installation.data;
  });

  const verify = (...options: string[]) => ledgerline(['verify', '--json', ...options]);

  test('is the log, byte for byte, and can be checked without it', async () => {
    file = join(await newFolder(), 'log.jsonl');
    const exported = await ledgerline(['export', '--to', file, '--json'], { env: { LEDGERLINE_DATA: data } });
    digest = `${result(exported)['position'] as string}=${result(exported)['digest'] as string}`;
    const { stdout } = await ledgerline(['verify'], { env: { LEDGERLINE_DATA: data } });
    expect([exported.code, stdout]).toEqual([0, expect.stringContaining(`Digest: ${digest}\n`)]);
    const checked = await verify('--file', file, '--expect', digest);
    expect([checked.code, result(checked)['commits']]).toEqual([0, result(exported)['commits']]);
    const text = await readFile(file, 'utf8');
    for (const words of secretWords) expect(text).not.toContain(words);
    const [, bytes = '', hashed] = /^\{"commit":(.*),"hash":"([^"]*)"/m.exec(text) ?? [];
    expect(hash('sha256', bytes, 'base64url')).toBe(hashed);
  });

  test('goes to stdout and comes from stdin the same; a file that is there is left alone', async () => {
    const piped = await ledgerline(['export', '--to', '-'], { env: { LEDGERLINE_DATA: data } });
    const [[mark = '', ...lines], [before = '', ...written]] = [piped.stdout, await readFile(file, 'utf8')].map((text) => text.split('\n')) as [string[], string[]]; // prettier-ignore
    expect([piped.code, lines]).toEqual([0, written]);
    const isMark = { keys: [], stamp: expect.objectContaining({ exportedBy: expect.stringContaining('@'), site: 'main' }) };
    expect([JSON.parse(mark), JSON.parse(before)]).toEqual([isMark, isMark]);
    expect(piped.stderr).toContain(`Digest: ${digest}`);
    expect(await ledgerline(['verify', '--file', '-', '--expect', digest], { input: piped.stdout })).toMatchObject({ code: 0 });
    const again = await ledgerline(['export', '--to', file], { env: { LEDGERLINE_DATA: data } });
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') });
    expect((await ledgerline(['export', '--to', '-', '--json'], { env: { LEDGERLINE_DATA: data } })).code).toBe(2);
  });

  test.each([
    [
      'a flipped byte',
      (lines: string[]) => lines.with(5, lines[5]?.replace('"site":"main"', '"site":"mair"') ?? ''),
      'hash-differs',
    ],
    ['a line less', (lines: string[]) => lines.toSpliced(5, 1), 'commits-missing'],
    ['lines that changed places', (lines: string[]) => lines.with(5, lines[6] ?? '').with(6, lines[5] ?? ''), 'commits-missing'],
    ['its last commit gone', (lines: string[]) => lines.toSpliced(-3, 1), 'ends-too-early'],
    ['no end', (lines: string[]) => lines.slice(0, -1), 'ends-too-early'],
    ['another end', (lines: string[]) => lines.toSpliced(-3, 2), 'digest-differs'],
  ])('with %s does not pass', async (_what, change, fault) => {
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const copy = `${file}.${fault}`;
    await writeFile(copy, change(lines).map((line) => `${line}\n`).join('')); // prettier-ignore
    expect(result(await verify('--file', copy))).toMatchObject({ whole: false, fault: { fault } });
  });

  test.each([
    ['xes', '<string key="exportedBy" value="'],
    ['ocel', '{"ledgerline":{"exportedBy":"'],
    ['ocel-sqlite', 'CREATE TABLE ledgerline (exportedBy'],
  ])('as %s tells the courses of tickets, who took them out, and nothing personal', async (format, stamp) => {
    const to = join(await newFolder(), `courses.${format}`);
    const exported = await ledgerline(['export', '--format', format, '--to', to, '--json'], { env: { LEDGERLINE_DATA: data } });
    expect([exported.code, result(exported)]).toEqual([0, expect.objectContaining({ cases: 4, events: 8 })]);
    const text = await readFile(to, 'utf8');
    expect(text).toContain(stamp);
    for (const words of [...secretWords, 'customer/']) expect(text).not.toContain(words);
    const again = await ledgerline(['export', '--format', format, '--to', to], { env: { LEDGERLINE_DATA: data } });
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') });
    expect((await ledgerline(['export', '--format', format, '--to', to, '--ticket', 'x'])).code).toBe(2);
  });

  test('what is no export at all is refused', async () => {
    const text = join(await newFolder(), 'text');
    await writeFile(text, 'hello\n');
    expect(await verify('--file', text)).toMatchObject({ code: 1, stderr: expect.stringContaining('line 1') });
    expect(await verify('--file', '/nowhere/at/all')).toMatchObject({ code: 1 });
  });

  test('SIGINT ends long work in order', async () => {
    const child = spawn(process.execPath, [main, 'verify', '--file', '-'], { env: { NODE_NO_WARNINGS: '1' } });
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.stdin.on('error', ({ code }: NodeJS.ErrnoException) => expect(code).toBe('EPIPE'));
    const closed = once(child, 'close');
    const until = performance.now() + 120_000;
    let commit: SealedCommit | undefined;
    while (stderr === '' && performance.now() < until) {
      commit = sampleCommit('ticket.t', commit);
      if (!child.stdin.write(itemLine({ commit: { ...commit, position: `main.1a.${commit.first}` as Position } })))
        await once(child.stdin, 'drain');
    }
    child.kill('SIGINT');
    expect(await closed).toEqual([1, null]);
    expect(stderr).toContain('interrupted (SIGINT)');
  });
});
