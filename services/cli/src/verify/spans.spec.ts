import { describe, expect, jest, test } from '@jest/globals';
import { MemoryTreeStore } from '@ledgerline/adapter-memory';
import { sha256Bytes } from '@ledgerline/adapter-crypto';
import { logItems, verifyHistory, verifyLog, type Verification } from '@ledgerline/host';
import {
  GrowingTree,
  pointsOf,
  positionOf,
  type EventStore,
  type FullTile,
  type Position,
  type SealedCommit,
  type SignedCheckpoint,
  type StoredCommit,
  type TreeStore,
} from '@ledgerline/kernel';
import { sampleCommit, sampleStream } from '@ledgerline/kernel/contracts';
import fc from 'fast-check';
import { firstKey, leavesOf, positioned, rechained, signedOver } from './tampering.js';

const never = new AbortController().signal;

/** Six streams of seven commits by turns, one of them with texts of which only parsing can be sure. */
const streams = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) =>
  sampleStream(`ticket.${name}`, 7, name === 'd' ? '"漏水"' : `漏水 ${name}`),
);
const all = positioned(Array.from({ length: 7 }, (_, turn) => streams.map((stream) => stream[turn] as SealedCommit)).flat());
const checkpoints = [1, 5, 16, 17, 30, 42].map((size) => signedOver(all, size));

function storeOf(commits: readonly StoredCommit[]): EventStore {
  const sequenceOf = (position: Position | undefined) => (position && pointsOf(position)?.[0]?.sequence) ?? 0;
  const last = commits.reduce((most, { position }) => Math.max(most, sequenceOf(position)), 0);
  return {
    capabilities: { name: 'sample', durable: true, totalOrder: true, gapless: true },
    end: () => Promise.resolve(positionOf([{ log: 'main', epoch: '1a', sequence: last }])),
    compare: (one: Position, other: Position) => sequenceOf(one) - sequenceOf(other),
    read: (after: Position | undefined, limit: number) =>
      Promise.resolve(commits.filter(({ position }) => sequenceOf(position) > sequenceOf(after)).slice(0, limit)),
  } as Partial<EventStore> as EventStore;
}

interface Kept {
  readonly leaves: readonly Uint8Array[];
  readonly checkpoints: readonly SignedCheckpoint[];
}

const whatWasSigned: Kept = { leaves: leavesOf(all), checkpoints };

async function treesOf({ leaves, checkpoints: signed }: Kept): Promise<TreeStore> {
  const trees = new MemoryTreeStore();
  await trees.addKeyNote(1, firstKey.note);
  const tiles: FullTile[] = [];
  const tree = new GrowingTree(sha256Bytes, undefined, (tile) => tiles.push(tile));
  for (const leaf of leaves) tree.append(leaf);
  const owner = await trees.claim();
  for (const checkpoint of signed) {
    await trees.write({ tiles, tree: { ...tree.state(), position: undefined }, owner, checkpoint });
  }
  return trees;
}

/** What walking commit after commit says of a log, and what spans of some length say. */
async function told(
  commits: readonly StoredCommit[],
  kept: Kept | undefined,
  spanLength: number,
  against: Parameters<typeof verifyHistory>[1] = {},
): Promise<readonly [Verification, Verification]> {
  const [store, trees] = [storeOf(commits), kept && (await treesOf(kept))];
  const plainly = await verifyLog(logItems(store, trees, never), { ...against, gapless: true });
  return [plainly, await verifyHistory({ store, trees, folder: 'nowhere' }, { ...against, spanLength }, never)];
}

const spanLengths = fc.constantFrom(1, 2, 4, 8, 16, 32, 64);
const place = fc.nat(all.length - 1);

/** What somebody does to a log: each is given a place and a number. */
const tamperings: Readonly<Record<string, (at: number, number: number) => readonly StoredCommit[]>> = {
  'nothing': () => all,
  'a text changed': (at, number) => all.with(at, bent(all[at] as StoredCommit, number)),
  'a hash changed': (at, number) => all.with(at, { ...(all[at] as StoredCommit), hash: (all[number] as StoredCommit).hash }),
  'facts beside the text changed': (at, number) => all.with(at, { ...(all[at] as StoredCommit), last: number }),
  'a text changed, hashes made anew': (at, number) => rechained(all.with(at, { ...(all[at] as StoredCommit), text: signedText(at, number) })),
  'a commit dropped': (at) => all.toSpliced(at, 1),
  'a commit dropped, the gap closed': (at) => positioned(all.toSpliced(at, 1)),
  'a commit dropped, all made anew': (at) => rechained(all.toSpliced(at, 1)),
  'two swapped': (at, number) => positioned(all.with(at, all[number] as StoredCommit).with(number, all[at] as StoredCommit)),
  'two commits swapped, facts beside the texts too': (at, number) => all.with(at, moved(number, at)).with(number, moved(at, number)),
  'one put in': (at, number) => rechained([...all.slice(0, at), sampleCommit(`ticket.n${number}`), ...all.slice(at)]),
  'the tail cut': (at) => all.slice(0, at),
  'times that run backwards': (at) => rechained(all.with(at, { ...(all[at] as StoredCommit), text: (all[at] as StoredCommit).text.replace('"at":"2026', '"at":"2025') })),
}; // prettier-ignore

function bent(commit: StoredCommit, at: number): StoredCommit {
  return { ...commit, text: `${commit.text.slice(0, at)}x${commit.text.slice(at + 1)}` };
}

/** What stands at one place, under the facts of what stood at another. */
function moved(from: number, to: number): StoredCommit {
  const [{ text, hash }, there] = [all[from] as StoredCommit, all[to] as StoredCommit];
  return { ...there, text, hash };
}

function signedText(at: number, number: number): string {
  return (all[at] as StoredCommit).text.replace('"site":"main"', `"site":"${number}"`);
}

/** LEDGERLINE_TAMPERINGS=5000 for a night's run. */
const numRuns = Number(process.env['LEDGERLINE_TAMPERINGS'] ?? 50);
jest.setTimeout(60_000 + 100 * numRuns);

describe('a log that is looked at span by span is told of as one that is walked through commit after commit', () => {
  test('whole: with the same counts, digest and checkpoints', async () => {
    for (const spanLength of [1, 4, 16, 64]) {
      const seen: number[] = [];
      const onPage = ({ commits }: { readonly commits: number }) => void seen.push(commits);
      const [plainly, bySpans] = await told(all, whatWasSigned, spanLength, { onPage });
      expect(seen.slice(0, 3)).toEqual([0, 42, Math.min(spanLength, 42)]); // a page has them all, a span as many as it is long
      expect(plainly).toMatchObject({ checked: { commits: 42 }, signed: { checkpoints: 6, commits: 42 } });
      expect(plainly.fault).toBeUndefined();
      expect(bySpans).toEqual(plainly);
    }
  });

  test.each(Object.keys(tamperings))('%s', async (name) => {
    const tamper = tamperings[name] as (typeof tamperings)[string];
    await fc.assert(
      fc.asyncProperty(place, place, spanLengths, fc.boolean(), async (at, number, spanLength, hasTree) => {
        const [plainly, bySpans] = await told(tamper(at, number), hasTree ? whatWasSigned : undefined, spanLength);
        expect(bySpans).toEqual(plainly);
      }),
      { numRuns },
    );
  });

  test('what was kept of the tree bent, or a checkpoint by a stranger or over another log', async () => {
    await fc.assert(
      fc.asyncProperty(place, place, spanLengths, fc.nat(5), async (at, number, spanLength, forged) => {
        const leaves = whatWasSigned.leaves.with(at, whatWasSigned.leaves[number] as Uint8Array);
        const size = (checkpoints[forged] as SignedCheckpoint).size;
        const others = rechained(all.with(0, { ...(all[0] as StoredCommit), text: signedText(0, 7) }));
        for (const kept of [
          { leaves, checkpoints },
          { leaves: leaves.slice(0, number), checkpoints: checkpoints.filter((one) => one.size <= number) },
          { ...whatWasSigned, checkpoints: checkpoints.with(forged, signedOver(all, size, 'stranger')) },
          { ...whatWasSigned, checkpoints: checkpoints.with(forged, signedOver(others, size)) },
        ]) {
          const [plainly, bySpans] = await told(all, kept, spanLength);
          expect(bySpans).toEqual(plainly);
        }
      }),
      { numRuns },
    );
  });

  test('held against a digest and a checkpoint that were kept elsewhere', async () => {
    const digests = await Promise.all(
      all.map(async (_, n) => (await told(all.slice(0, n + 1), undefined, 64))[0].checked.digest),
    );
    await fc.assert(
      fc.asyncProperty(place, place, spanLengths, fc.integer({ min: 1, max: 60 }), async (at, other, spanLength, length) => {
        const expected = { position: (all[at] as StoredCommit).position, digest: digests[other] as string };
        const against = { expected, kept: [signedOver(all, other + 1)] };
        const [plainly, bySpans] = await told(all.slice(0, length), undefined, spanLength, against);
        expect(bySpans).toEqual(plainly);
      }),
      { numRuns },
    );
  });
});
