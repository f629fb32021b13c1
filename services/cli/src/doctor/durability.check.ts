import { journalModeOf, tryDurability } from '@ledgerline/adapter-sqlite';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nearestFolder } from './data-folder.check.js';
import { fail, ok, warn, type Finding } from './finding.js';

const full = 2;
/** Milliseconds: below this no disk was waited for; above the other, an hour of one agent's work is spent on waiting. */
const plausible = { least: 0.02, most: 200 };

/** ADR 0006: WAL, `synchronous=FULL`. What the writer's own connection says, and what the log's file says. */
export async function checkDurability(data: string): Promise<readonly Finding[]> {
  return [...checkLogFile(data), await checkWriter(await nearestFolder(data))];
}

function checkLogFile(data: string): readonly Finding[] {
  if (!existsSync(join(data, 'log.sqlite'))) return [ok('log file', 'none yet')];
  const mode = journalModeOf(data);
  if (mode === 'wal') return [ok('log file', 'journal_mode wal')];
  return [fail('log file', `journal_mode ${mode}`, 'something else opened log.sqlite and changed it: start Ledgerline once')];
}

async function checkWriter(folder: string): Promise<Finding> {
  const own = await mkdtemp(join(folder, '.ledgerline-doctor-'));
  try {
    const { journalMode, synchronous, milliseconds } = await tryDurability(own);
    const found = `journal_mode ${journalMode}, synchronous ${synchronous}; one commit took ${milliseconds.toFixed(2)} ms`;
    if (journalMode !== 'wal' || synchronous < full)
      return fail('durability', found, 'this SQLite does not take the settings: acknowledged commands could be lost');
    if (milliseconds < plausible.least)
      return warn('durability', found, 'too fast for a disk: does this volume really write at fsync?');
    if (milliseconds > plausible.most) return warn('durability', found, 'a slow disk: commands wait for it');
    return ok('durability', found);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
