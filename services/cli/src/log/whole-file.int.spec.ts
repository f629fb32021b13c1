import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeFile, wholeFileAt } from './whole-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledgerline-whole-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const ways = {
  'a stream': (file: string, text: string) => wholeFile(file, (out) => Promise.resolve(out.write(text))),
  'its name': (file: string, text: string) => wholeFileAt(file, (part) => writeFile(part, text)),
} as const;

test.each(Object.entries(ways))(
  'what is written by %s has its name once it is whole, and is for its owner alone',
  async (_, write) => {
    const file = join(folder, 'log.jsonl');
    await write(file, 'one\n');
    expect(await readdir(folder)).toEqual(['log.jsonl']);
    expect(await readFile(file, 'utf8')).toBe('one\n');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  },
);

test.each(Object.entries(ways))('by %s: what another writes, or a crash left, is not touched', async (_, write) => {
  const part = join(folder, 'log.jsonl.part');
  await writeFile(part, 'half');
  await expect(write(join(folder, 'log.jsonl'), 'one\n')).rejects.toMatchObject({ code: 'file-exists' });
  expect(await readFile(part, 'utf8')).toBe('half');
});

test('what fails half-way leaves nothing', async () => {
  const failing = wholeFile(join(folder, 'log.jsonl'), (out) => {
    out.write('half');
    return Promise.reject(new Error('the log ended'));
  });
  await expect(failing).rejects.toThrow('the log ended');
  expect(await readdir(folder)).toEqual([]);
});
