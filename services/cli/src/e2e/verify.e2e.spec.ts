import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { hash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { ledgerline, result } from './command-line.js';
import { filledInstallation, newFolder, tampered, type Filled } from './filled-installation.js';

jest.setTimeout(240_000);

interface Row {
  readonly sequence: number;
  readonly stream: string;
  readonly first: number;
}

describe('the embedded log', () => {
  let filled: Filled;
  let data: string;
  let ticket: string;
  let digest: string;
  beforeAll(async () => {
    filled = await filledInstallation();
    data = filled.installation.data;
    ticket = `ticket.${filled.tickets[1]?.id}`;
  });

  const verify = (folder: string, ...more: string[]) =>
    ledgerline(['verify', '--json', ...more], { env: { LEDGERLINE_DATA: folder } });
  const withoutTree = async (folder: string) => {
    for (const end of ['', '-wal', '-shm']) await rm(join(folder, `log-tree.sqlite${end}`), { force: true });
  };
  const rowsOf = (log: DatabaseSync, stream: string) =>
    log.prepare('SELECT sequence, stream, first FROM commits WHERE stream = ? ORDER BY first').all(stream) as never as Row[];
  const lastRow = (log: DatabaseSync) =>
    log.prepare('SELECT sequence, stream, first FROM commits ORDER BY sequence DESC').get() as never as Row;

  test('is whole while Ledgerline runs on it, and when it has ended', async () => {
    const beside = await verify(data);
    expect([beside.code, result(beside)['whole']]).toEqual([0, true]);
    expect(await filled.installation.stop()).toEqual([0]);
    const stopped = await verify(data);
    expect(stopped.code).toBe(0);
    expect(result(stopped)).toMatchObject({ whole: true, fault: null, commits: expect.any(Number) });
    expect(stopped.stderr).toMatch(/^verifying {2}\[█+\] 100 %/);
    digest = `${result(stopped)['position'] as string}=${result(stopped)['digest'] as string}`;
    expect((await verify(data, '--expect', digest)).code).toBe(0);
  });

  test('in words', async () => {
    const { code, stdout } = await ledgerline(['verify'], { env: { LEDGERLINE_DATA: data } });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^The log is whole: \d+ commits, \d+ events, \d+ streams, up to main\.\w+\.\d+\.\nDigest: .+=.{43}\nSigned: \d+ checkpoints, the last over \d+ commits\.\nKey: ledgerline\/main\/\S+\n$/,
    );
  });

  test('a flipped byte is named by position and stream', async () => {
    const copy = await tampered(data, (log) => {
      const flip =
        'UPDATE commits SET text = replace(text, \'"channel":"phone"\', \'"channel":"phonf"\') WHERE stream = ? AND first = 1';
      expect(log.prepare(flip).run(ticket).changes).toBe(1);
    });
    const { code, stdout } = await ledgerline(['verify'], { env: { LEDGERLINE_DATA: copy } });
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`position main\\.\\w+\\.\\d+, stream ${ticket}, version 1\n.*\\(hash-differs\\)`));
  });

  test('a byte flipped with its hash made anew is told by the signed tree, and without one by the commit that follows', async () => {
    const copy = await tampered(data, (log) => {
      const { text } = log.prepare('SELECT text FROM commits WHERE stream = ? AND first = 1').get(ticket) as { text: string };
      const forged = text.replace('"channel":"phone"', '"channel":"phonf"');
      const update = log.prepare('UPDATE commits SET text = ?, hash = ? WHERE stream = ? AND first = 1');
      update.run(forged, hash('sha256', forged, 'base64url'), ticket);
    });
    expect(result(await verify(copy))).toMatchObject({ fault: { fault: 'commit-changed', stream: ticket, version: 1 } });
    await withoutTree(copy);
    expect(result(await verify(copy))).toMatchObject({ fault: { fault: 'chain-broken', stream: ticket, version: 2 } });
  });

  test('a row that was taken out is named, and the stream that lacks it', async () => {
    let gone: Row | undefined;
    const copy = await tampered(data, (log) => {
      gone = rowsOf(log, ticket)[0];
      log.prepare('DELETE FROM commits WHERE sequence = ?').run(gone?.sequence as number);
    });
    const { fault, affected } = result(await verify(copy)) as never as Record<string, { expected: string }>;
    expect(fault).toMatchObject({ fault: 'commits-missing', expected: expect.stringMatching(`\\.${gone?.sequence}$`) });
    expect(affected).toMatchObject({
      fault: 'version-does-not-follow',
      stream: ticket,
      expected: 'version 1',
      found: 'version 2',
    });
  });

  test('two rows that changed places', async () => {
    const copy = await tampered(data, (log) => {
      const [one, two] = rowsOf(log, ticket) as [Row, Row];
      const move = log.prepare('UPDATE commits SET sequence = ? WHERE sequence = ?');
      for (const [to, from] of [[-1, one.sequence], [one.sequence, two.sequence], [two.sequence, -1]] as const) move.run(to, from); // prettier-ignore
    });
    expect(result(await verify(copy))).toMatchObject({
      fault: { fault: 'version-does-not-follow', stream: ticket, expected: 'version 1' },
    });
  });

  test('the cut tail of a stream, with others written after it', async () => {
    let gone: Row | undefined;
    const copy = await tampered(data, (log) => {
      gone = rowsOf(log, ticket).at(-1);
      log.prepare('DELETE FROM commits WHERE sequence = ?').run(gone?.sequence as number);
    });
    const verification = result(await verify(copy));
    expect(verification).toMatchObject({ whole: false, fault: { fault: 'commits-missing' } });
    expect(verification).not.toHaveProperty('affected');
  });

  test('the cut tail of the log: the signed tree tells; without it read models remember; without them only a digest does', async () => {
    const copy = await tampered(data, (log) => log.prepare('DELETE FROM commits WHERE sequence = ?').run(lastRow(log).sequence));
    expect(result(await verify(copy))).toMatchObject({
      fault: { fault: 'ends-too-early', expected: expect.stringMatching(/^\d+ commits, up to .*, as signed/) },
    });
    await withoutTree(copy);
    expect(result(await verify(copy))).toMatchObject({
      fault: { fault: 'ends-too-early', expected: expect.stringMatching(/_v\d+_g1_documents names$/) },
    });
    for (const name of ['read-models.sqlite', 'checkpoints.sqlite'])
      for (const end of ['', '-wal', '-shm']) await rm(join(copy, name + end), { force: true });
    expect((await verify(copy)).code).toBe(0);
    expect(result(await verify(copy, '--expect', digest))).toMatchObject({ fault: { fault: 'ends-too-early' } });
  });

  test('a stream that was taken out and the gap closed up: without the signed tree only a digest tells', async () => {
    const copy = await tampered(data, (log) => {
      log.prepare('DELETE FROM commits WHERE stream = ?').run(ticket);
      log.exec('CREATE TABLE kept AS SELECT * FROM commits ORDER BY sequence; DELETE FROM commits');
      log.exec(
        'INSERT INTO commits SELECT row_number() OVER (ORDER BY sequence), stream, first, last, previous, hash, text FROM kept',
      );
    });
    for (const name of ['read-models.sqlite', 'checkpoints.sqlite']) await rm(join(copy, name));
    expect(result(await verify(copy))).toMatchObject({ fault: { fault: 'commit-missing' } });
    await withoutTree(copy);
    expect((await verify(copy)).code).toBe(0);
    const [position = ''] = digest.split('=');
    const shorter = `${position.replace(/\d+$/, (last) => String(Number(last) - 2))}=${'x'.repeat(43)}`;
    expect(result(await verify(copy, '--expect', shorter))).toMatchObject({ fault: { fault: 'digest-differs' } });
  });

  test('a file that SQLite cannot read is said to be so, from where on', async () => {
    const copy = await tampered(data, (log) => log.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE'));
    const log = join(copy, 'log.sqlite');
    const bytes = await readFile(log);
    bytes.fill(0xff, 4_096 * 3, bytes.length);
    await writeFile(log, bytes);
    const ran = await verify(copy);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/unreadable|malformed/);
  });

  test('a digest that is none, or of another log, is wrong use or another log', async () => {
    expect((await verify(data, '--expect', 'x')).code).toBe(2);
    const other = digest.replace(/=.*/, `=${'A'.repeat(43)}`);
    expect(result(await verify(data, '--expect', other))).toMatchObject({ fault: { fault: 'digest-differs' } });
  });

  test('nothing to verify is exit 1 and says where it looked', async () => {
    const empty = await newFolder();
    expect(await verify(empty)).toMatchObject({ code: 1, stderr: expect.stringContaining(`there is no log in ${empty}`) });
  });
});
