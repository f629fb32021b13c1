import { factsIn } from '@ledgerline/host';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from '../answer.js';
import { Refused } from '../outcome.js';

/** By this name reports' facts are rebuilt, which are no read model: the process that reports fills them for itself (ADR 0023). */
export const factsName = 'facts';

/** Takes the files of facts away, so that the next start fills them anew. @throws Refused where a process has one */
export async function rebuildFacts(data: string): Promise<Answer> {
  const files = await factsIn(data);
  const held = files.find(({ closed }) => closed !== undefined && /lock/i.test(closed));
  if (held !== undefined) throw new Refused('facts-in-use', `a running Ledgerline has ${held.file}: stop it first`);
  for (const { file } of files) for (const end of ['', '.wal']) await rm(join(data, `${file}${end}`), { force: true });
  const words = files.map(({ file }) => `${file} is gone`);
  const then = files.length === 0 ? 'there are no facts here' : 'facts are filled anew from the log when Ledgerline starts';
  return { result: { facts: files.map(({ file }) => file) }, words: [...words, then] };
}
