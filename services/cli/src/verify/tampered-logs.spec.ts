import { describe, expect, test } from '@jest/globals';
import type { SealedCommit, StoredCommit } from '@ledgerline/kernel';
import { sampleStream } from '@ledgerline/kernel/contracts';
import fc from 'fast-check';
import { Misfit, verifyExport } from '../../../../tools/verifier/verify.mjs';
import { exportLinesOf, leavesOf, madeLog, positioned, rechained, signedOver, type MadeLog } from './tampering.js';
import { verifyLines } from './verify-file.js';

const never = new AbortController().signal;

async function productFinds(lines: readonly string[], kept: MadeLog['checkpoints'] = []): Promise<string | undefined> {
  try {
    return (await verifyLines(lines, { kept, keys: [] }, never)).fault?.fault;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

async function verifierFinds(lines: readonly string[], kept: MadeLog['checkpoints'] = []): Promise<string | undefined> {
  try {
    await verifyExport(lines, [], kept.map(({ note }) => note)); // prettier-ignore
    return undefined;
  } catch (error) {
    if (error instanceof Misfit) return error.fault;
    throw error;
  }
}

/** Both say the same. */
async function found(lines: readonly string[], kept: MadeLog['checkpoints'] = []): Promise<string | undefined> {
  const [one, other] = [await productFinds(lines, kept), await verifierFinds(lines, kept)];
  expect([lines.length, other]).toEqual([lines.length, one]);
  return one;
}

/** Six streams of seven commits, one after the other by turns, and checkpoints over some of them. */
const streams = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => sampleStream(`ticket.${name}`, 7, `漏水 ${name}`));
const all = positioned(Array.from({ length: 7 }, (_, turn) => streams.map((stream) => stream[turn] as SealedCommit)).flat());
const sizes = [1, 5, 16, 17, 30, 42];
const log = madeLog(all, sizes);
const place = fc.nat(all.length - 1);
/** LEDGERLINE_TAMPERINGS=5000 for a night's run. */
const numRuns = Number(process.env['LEDGERLINE_TAMPERINGS'] ?? 100);
const runs = { numRuns };

/** The log with other commits; leaves and checkpoints stay, as a forger without the key has to leave them. */
const withCommits = (commits: readonly StoredCommit[]): readonly string[] => exportLinesOf({ ...log, commits });

describe('a log that was tampered with is found out, by the product and by the verifier that knows nothing of it', () => {
  test('whole: nothing is found', async () => {
    expect(await found(exportLinesOf(log))).toBeUndefined();
    expect(await found(exportLinesOf(log), [signedOver(all, 42), signedOver(all, 9)])).toBeUndefined();
  });

  test('one bit flipped, anywhere in the file', async () => {
    const bytes = Buffer.from(`${exportLinesOf(log).join('\n')}\n`);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const bent = Buffer.from(bytes);
        bent[at] = (bent[at] as number) ^ (1 << bit);
        const lines = bent.toString('utf8').split('\n');
        if (lines.at(-1) === '') lines.pop();
        expect([at, bit, await found(lines)]).not.toEqual([at, bit, undefined]);
      }),
      // the padding of the leaves: a byte more is no leaf
      { numRuns: 6 * numRuns, examples: [[957, 2]] },
    );
  });

  test('a commit changed, its hash and the chain made anew', async () => {
    await fc.assert(
      fc.asyncProperty(place, async (n) => {
        const text = (all[n] as StoredCommit).text.replace('"site":"main"', '"site":"mine"');
        expect(await found(withCommits(rechained(all.with(n, { ...(all[n] as StoredCommit), text }))))).toBe('commit-changed');
      }),
      runs,
    );
  });

  test('a commit dropped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(all.length - 2), async (n) => {
        const rest = all.toSpliced(n, 1);
        expect(await found(withCommits(rest))).toBe('commits-missing');
        const closed = await found(withCommits(positioned(rest)));
        const isStreamEnd = n >= all.length - streams.length;
        if (isStreamEnd) expect(closed).toBe('commit-missing');
        else expect(['commit-missing', 'version-does-not-follow']).toContain(closed);
        const chained = await found(withCommits(rechained(rest)));
        expect(chained).toMatch(/^commit-(missing|changed)$/);
      }),
      runs,
    );
  });

  test('two commits swapped', async () => {
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        fc.pre(one !== other);
        const swapped = all.with(one, all[other] as StoredCommit).with(other, all[one] as StoredCommit);
        expect(await found(withCommits(swapped))).toBe('commits-missing');
        expect(await found(withCommits(positioned(swapped)))).toMatch(/^(commits-reordered|version-does-not-follow)$/);
        expect(await found(withCommits(rechained(swapped)))).toMatch(/^commit(s-reordered|-changed)$/);
      }),
      runs,
    );
  });

  test('a commit put in', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom('ticket.new', 'ticket.a'), async (n, stream) => {
        const [forged] = sampleStream(stream, 1, 'forged') as [SealedCommit];
        const before: readonly SealedCommit[] = all.slice(0, n);
        const name = await found(withCommits(rechained([...before, forged, ...all.slice(n)])));
        expect(name).toMatch(/^commit-(inserted|changed)$/);
        if (stream === 'ticket.new') expect(name).toBe('commit-inserted');
      }),
      runs,
    );
  });

  test('the tail cut: what is signed over more says so, else what was kept elsewhere does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: all.length - 1 }), async (length) => {
        const commits = all.slice(0, length);
        expect(await found(withCommits(commits))).toBe('ends-too-early');
        const tidied = { commits, checkpoints: log.checkpoints.filter(({ size }) => size <= length), leaves: leavesOf(commits) };
        expect(await found(exportLinesOf(tidied))).toBeUndefined();
        expect(await found(exportLinesOf(tidied), [signedOver(all, 42)])).toBe('ends-too-early');
        expect(await found(exportLinesOf(tidied).slice(0, -1))).toBe('ends-too-early');
      }),
      runs,
    );
  });

  test('a whole stream taken out', async () => {
    for (const gone of 'abcdef') {
      const rest = all.filter(({ stream }) => stream !== `ticket.${gone}`);
      expect(await found(withCommits(rest))).toBe('commits-missing');
      expect(await found(withCommits(positioned(rest)))).toBe('commit-missing');
    }
  });

  test('a checkpoint forged: by a stranger, over another log, or with another root', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sizes.keys()), place, async (n, other) => {
        const size = sizes[n] as number;
        const forge = (checkpoint: MadeLog['checkpoints'][number]) =>
          found(exportLinesOf({ ...log, checkpoints: log.checkpoints.with(n, checkpoint) }));
        expect(await forge(signedOver(all, size, 'stranger'))).toBe('checkpoint-forged');
        const ours = log.checkpoints[n] as MadeLog['checkpoints'][number];
        const note = ours.note.replace(
          /\n[^\n]{43}=\n/,
          `\n${Buffer.from(leavesOf(all)[other] as Uint8Array).toString('base64')}\n`,
        );
        if (note !== ours.note) expect(await forge({ ...ours, note })).toBe('checkpoint-forged');
      }),
      runs,
    );
  });

  test('all made anew without the key, leaves too: only that it is not what was signed can be said', async () => {
    await fc.assert(
      fc.asyncProperty(place, async (n) => {
        const commits = rechained(all.toSpliced(n, 1));
        const lines = exportLinesOf({ ...log, commits, leaves: leavesOf(commits) });
        expect(await found(lines)).toBe(n < 30 ? 'checkpoint-differs' : 'ends-too-early');
      }),
      runs,
    );
  });
});
