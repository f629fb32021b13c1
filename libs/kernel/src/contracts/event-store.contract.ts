import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { streamName, type SealedCommit, type StoredCommit, type StreamName } from '../commit.js';
import { LogUnavailable, type EventStore } from '../event-store.js';
import { takeIn } from '../mirror/index.js';
import { LogRestored, pointsOf, positionOf, UnknownPosition, type Position } from '../position.js';
import { sampleCommit, sampleStream } from './sample-commits.js';

export interface EventStoreHarness {
  readonly store: EventStore;
  /** Closes the store and opens the same log again; absent where nothing survives. */
  reopen?(): Promise<EventStore>;
  close(): Promise<void>;
}

/** The contract of EventStore. `open` gives an empty log each time. */
export function eventStoreContract(name: string, open: () => Promise<EventStoreHarness>): void {
  describe(`EventStore: ${name}`, () => {
    let harness: EventStoreHarness;
    let store: EventStore;
    beforeEach(async () => {
      harness = await open();
      store = harness.store;
    });
    afterEach(() => harness.close());

    const fresh = (): StreamName => streamName('ticket', randomUUID());
    const write = async (commit: SealedCommit): Promise<Position> => {
      const outcome = await store.append(commit);
      if (outcome.kind !== 'appended') throw new Error(`${commit.stream} ${commit.first}: conflict`);
      return outcome.position;
    };
    const writeAll = async (commits: readonly SealedCommit[]): Promise<void> => {
      for (const commit of commits) await write(commit);
    };
    const bare = ({ stream, first, last, previous, hash, text }: SealedCommit): SealedCommit => ({
      stream,
      first,
      last,
      previous,
      hash,
      text,
    });

    test('gives back the very bytes, in order, with the position of the append', async () => {
      const stream = fresh();
      const [one, two] = [sampleCommit(stream, undefined, { count: 3, text: '漏水 “管” \u{1f6b0} \\ "' })].flatMap((first) => [
        first,
        sampleCommit(stream, first),
      ]) as [SealedCommit, SealedCommit];
      const positions = [await write(one), await write(two)];
      const loaded = await store.load(stream);
      expect(loaded.map(bare)).toEqual([one, two]);
      expect(loaded.map(({ position }) => position)).toEqual(positions);
    });

    test('a stream that is none is empty', async () => {
      expect(await store.load(fresh())).toEqual([]);
      expect(await store.load(fresh(), { fresh: true, after: 3 })).toEqual([]);
    });

    test('loads what lies after a version', async () => {
      const commits = sampleStream(fresh(), 5);
      const { stream } = commits[0] as SealedCommit;
      await writeAll(commits);
      for (const fresh of [false, true]) {
        expect((await store.load(stream, { after: 3, fresh })).map(({ first }) => first)).toEqual([4, 5]);
        expect(await store.load(stream, { after: 5, fresh })).toEqual([]);
      }
    });

    test.each([
      [
        'a version that is taken',
        (commits: readonly SealedCommit[]) => sampleCommit((commits[0] as SealedCommit).stream, commits[0], { text: 'other' }),
      ],
      [
        'a version too far on',
        (commits: readonly SealedCommit[]) => ({
          ...sampleCommit((commits[0] as SealedCommit).stream, commits[1]),
          first: 4,
          last: 4,
        }),
      ],
      [
        'another beginning',
        (commits: readonly SealedCommit[]) => sampleCommit((commits[0] as SealedCommit).stream, undefined, { text: 'other' }),
      ],
      [
        'another previous hash',
        (commits: readonly SealedCommit[]) =>
          sampleCommit((commits[0] as SealedCommit).stream, { last: 2, hash: 'x'.repeat(43) }),
      ],
    ] as const)('refuses %s as a conflict and writes nothing', async (_, wrong) => {
      const commits = sampleStream(fresh(), 2);
      await writeAll(commits);
      expect(await store.append(wrong(commits))).toEqual({ kind: 'conflict' });
      expect((await store.load((commits[0] as SealedCommit).stream, { fresh: true })).map(bare)).toEqual(commits);
    });

    test('refuses a stream that does not begin with version 1', async () => {
      expect((await store.append(sampleCommit(fresh(), { last: 1, hash: 'x'.repeat(43) }))).kind).toBe('conflict');
    });

    test('of many that race for one version exactly one wins', async () => {
      const [begin] = sampleStream(fresh(), 1) as [SealedCommit];
      await write(begin);
      const racers = Array.from({ length: 30 }, (_, n) => sampleCommit(begin.stream, begin, { text: `racer ${n}` }));
      const outcomes = await Promise.all(racers.map((commit) => store.append(commit)));
      expect(outcomes.filter(({ kind }) => kind === 'appended')).toHaveLength(1);
      const winner = racers[outcomes.findIndex(({ kind }) => kind === 'appended')] as SealedCommit;
      expect((await store.load(begin.stream, { fresh: true })).map(({ hash }) => hash)).toEqual([begin.hash, winner.hash]);
    });

    test('many streams at once: everything acknowledged is there once, in an order that compare agrees with', async () => {
      const streams = Array.from({ length: 40 }, () => sampleStream(fresh(), 5));
      await Promise.all(streams.map(writeAll));
      const all = await store.read(undefined, 1000);
      expect(all).toHaveLength(200);
      expect(new Set(all.map(({ hash }) => hash)).size).toBe(200);
      for (const [place, { position }] of all.slice(1).entries())
        expect(store.compare((all[place] as StoredCommit).position, position)).toBeLessThan(0);
      for (const commits of streams)
        expect(all.filter(({ stream }) => stream === commits[0]?.stream).map(({ first }) => first)).toEqual([1, 2, 3, 4, 5]);
    });

    test('counts its commits from 1 where it says that it has no gaps; a conflict uses up no number', async () => {
      const commits = sampleStream(fresh(), 3);
      await writeAll(commits);
      await store.append(sampleCommit((commits[0] as SealedCommit).stream, undefined, { text: 'other' }));
      await Promise.all(Array.from({ length: 20 }, () => write(sampleCommit(fresh()))));
      const sequences = (await store.read(undefined, 100)).map(({ position }) => pointsOf(position)?.[0]?.sequence);
      if (store.capabilities.gapless) expect(sequences).toEqual(Array.from({ length: 23 }, (_, n) => n + 1));
      else expect(sequences).toHaveLength(23);
    });

    test('reads in pages without a gap', async () => {
      await writeAll(Array.from({ length: 23 }, () => sampleCommit(fresh())));
      const pages: StoredCommit[][] = [];
      for (let after: Position | undefined; ;) {
        const page = await store.read(after, 10);
        if (page.length === 0) break;
        pages.push([...page]);
        after = page.at(-1)?.position;
      }
      expect(pages.map(({ length }) => length)).toEqual([10, 10, 3]);
      expect(pages.flat().map(({ hash }) => hash)).toEqual((await store.read(undefined, 100)).map(({ hash }) => hash));
    });

    test('follows what was there, then what comes, and ends with the signal', async () => {
      await writeAll(sampleStream(fresh(), 7));
      const stop = new AbortController();
      const seen: string[] = [];
      const following = (async () => {
        for await (const batch of store.follow(undefined, { signal: stop.signal, batch: 3 })) {
          expect(batch.length).toBeLessThanOrEqual(3);
          seen.push(...batch.map(({ hash }) => hash));
          if (seen.length >= 27) stop.abort();
        }
      })();
      await Promise.all(Array.from({ length: 20 }, () => write(sampleCommit(fresh()))));
      await following;
      expect(seen).toEqual((await store.read(undefined, 100)).map(({ hash }) => hash));
    });

    test('follows from a position on', async () => {
      const commits = sampleStream(fresh(), 6);
      await writeAll(commits);
      const from = (await store.read(undefined, 4)).at(-1)?.position;
      const stop = new AbortController();
      for await (const batch of store.follow(from, { signal: stop.signal })) {
        expect(batch.map(({ first }) => first)).toEqual([5, 6]);
        stop.abort();
      }
    });

    test('a follower that waits ends at once with the signal', async () => {
      const stop = new AbortController();
      const following = (async () => {
        for await (const batch of store.follow(await store.end(), { signal: stop.signal })) expect(batch).toEqual([]);
      })();
      setTimeout(() => stop.abort(), 30);
      await following;
    });

    test('the end moves with every commit', async () => {
      const before = await store.end();
      const position = await write(sampleCommit(fresh()));
      const after = await store.end();
      expect(store.compare(before, position)).toBeLessThan(0);
      expect(store.compare(position, after)).toBe(0);
      expect(await store.read(after, 10)).toEqual([]);
    });

    test('knows its own positions from others', async () => {
      const position = await write(sampleCommit(fresh()));
      const [point] = pointsOf(position) ?? [];
      if (!point) throw new Error('no point');
      await expect((async () => store.read('nonsense' as Position, 1))()).rejects.toThrow(UnknownPosition);
      await expect((async () => store.read(positionOf([{ ...point, log: 'elsewhere' }]), 1))()).rejects.toThrow(UnknownPosition);
      await expect((async () => store.read(positionOf([{ ...point, epoch: '1other' }]), 1))()).rejects.toThrow(LogRestored);
    });

    test("takes in another log's commits as they are, in their order, each once; a gap and a fork are named", async () => {
      const [one, two] = [sampleStream(fresh(), 5), sampleStream(fresh(), 3)];
      const [a, b, c, d, e] = one as [SealedCommit, SealedCommit, SealedCommit, SealedCommit, SealedCommit];
      const [x, y] = two as [SealedCommit, SealedCommit];
      const parts = { store, letIn: <Result>(_stream: StreamName, append: () => Promise<Result>) => append() };
      const about = { stream: a.stream, version: 5 };
      expect(await takeIn([a, x, b, y, c], parts)).toEqual({ appended: 5 });
      expect((await store.read(undefined, 10)).map(bare)).toEqual([a, x, b, y, c]);
      expect(await takeIn([b, c, y, d], parts)).toEqual({ appended: 1 });
      expect(await takeIn([a, b], parts)).toEqual({ appended: 0 });
      const other = sampleCommit(a.stream, c, { text: 'other' });
      expect(await takeIn([other], parts)).toEqual({ appended: 0, fault: { ...about, why: 'forked', version: 4 } });
      const beyond = sampleCommit(a.stream, other, { text: 'beyond' });
      expect(await takeIn([beyond], parts)).toEqual({ appended: 0, fault: { ...about, why: 'forked' } });
      const far = sampleCommit(a.stream, e, { text: 'far' });
      expect(await takeIn([far], parts)).toEqual({ appended: 0, fault: { ...about, why: 'gap', version: 6 } });
      expect(await takeIn([e], { ...parts, site: 'elsewhere' })).toMatchObject({ fault: { why: 'not-its-own' } });
      expect(await takeIn([e], { ...parts, site: 'main' })).toEqual({ appended: 1 });
      expect((await store.load(a.stream)).map(({ hash }) => hash)).toEqual(one.map(({ hash }) => hash));
    });

    test('goes on with no stream of another installation, and names a fork, behind a commit of several events too', async () => {
      const parts = { store, letIn: <Result>(_stream: StreamName, append: () => Promise<Result>) => append() };
      const first = sampleCommit(fresh(), undefined, { count: 3 });
      const [next, other] = [
        sampleCommit(first.stream, first),
        sampleCommit(first.stream, undefined, { count: 3, text: 'other' }),
      ];
      const about = { stream: first.stream, version: 4 };
      await write(first);
      expect(await takeIn([next], { ...parts, site: 'elsewhere' })).toEqual({
        appended: 0,
        fault: { ...about, why: 'not-its-own' },
      });
      const ofOther = sampleCommit(first.stream, other);
      expect(await takeIn([ofOther], parts)).toEqual({ appended: 0, fault: { ...about, why: 'forked' } });
      expect(await takeIn([next], { ...parts, site: 'main' })).toEqual({ appended: 1 });
    });

    test('takes a commit of the largest size', async () => {
      const commit = sampleCommit(fresh(), undefined, { text: '漏'.repeat(170_000) });
      await write(commit);
      expect((await store.load(commit.stream)).map(bare)).toEqual([commit]);
    });

    test('takes nothing more once it is closed', async () => {
      await store.close();
      await expect((async () => store.append(sampleCommit(fresh())))()).rejects.toThrow(LogUnavailable);
    });

    test('what was acknowledged is there after opening the log again, at the same positions', async () => {
      await writeAll(sampleStream(fresh(), 5));
      if (!harness.reopen) {
        expect(store.capabilities.durable).toBe(false);
        return;
      }
      const before = await store.read(undefined, 100);
      store = await harness.reopen();
      expect(await store.read(undefined, 100)).toEqual(before);
      expect(await store.end()).toBe(before.at(-1)?.position);
    });
  });
}
