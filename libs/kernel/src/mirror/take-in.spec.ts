import { expect, test } from '@jest/globals';
import { MemoryEventStore } from '@ledgerline/adapter-memory';
import fc from 'fast-check';
import type { SealedCommit, StreamName } from '../commit.js';
import { sampleStream } from '../contracts/sample-commits.js';
import { takeIn } from './take-in.js';

const letIn = <Result>(_stream: StreamName, append: () => Promise<Result>) => append();
const streams = ['ticket.a', 'ticket.b', 'contact.c'] as const;
const history = streams.map((stream) => sampleStream(stream, 6));

/** Commits of several streams in one order, as a log has them. */
const log = fc
  .shuffledSubarray(
    streams.flatMap((_, n) => Array.from({ length: 6 }, () => n)),
    { minLength: 18, maxLength: 18 },
  )
  .map((order) => {
    const taken = [0, 0, 0];
    return order.map((stream) => history[stream]?.[(taken[stream] = (taken[stream] ?? 0) + 1) - 1] as SealedCommit);
  });
/** Where pages begin: each goes on, begins again somewhere before, or breaks off in the middle. */
const pages = fc.array(fc.record({ back: fc.nat(6), length: fc.integer({ min: 1, max: 8 }), dies: fc.option(fc.nat(4)) }), {
  minLength: 8,
  maxLength: 20,
});

/** A store whose process dies after so many appends. */
class Dying extends MemoryEventStore {
  left = Number.POSITIVE_INFINITY;

  override append(commit: SealedCommit): ReturnType<MemoryEventStore['append']> {
    this.left -= 1;
    return this.left < 0 ? Promise.reject(new Error('killed')) : super.append(commit);
  }
}

test('whatever is repeated, and wherever it dies, every commit arrives once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(log, pages, async (commits, walk) => {
      const store = new Dying();
      let reached = 0;
      for (const { back, length, dies } of [...walk, { back: reached, length: commits.length, dies: null }]) {
        const from = Math.max(0, reached - back);
        store.left = dies ?? Number.POSITIVE_INFINITY;
        const page = commits.slice(from, from + length);
        const outcome = await takeIn(page, { store, letIn }).catch(() => 'killed' as const);
        if (outcome === 'killed') continue;
        expect(outcome.fault).toBeUndefined();
        reached = Math.max(reached, from + page.length);
      }
      store.left = Number.POSITIVE_INFINITY;
      await takeIn(commits.slice(reached), { store, letIn });
      const there = await store.read(undefined, 100);
      expect(there).toHaveLength(commits.length);
      for (const [n, stream] of streams.entries())
        expect((await store.load(stream)).map(({ hash }) => hash)).toEqual(history[n]?.map(({ hash }) => hash));
    }),
    { numRuns: 60 },
  );
});

test('a page that leaves something out takes nothing of that stream beyond it', async () => {
  await fc.assert(
    fc.asyncProperty(log, fc.nat(17), async (commits, missing) => {
      const store = new MemoryEventStore();
      const left = commits[missing] as SealedCommit;
      const { fault } = await takeIn(
        commits.filter((commit) => commit !== left),
        { store, letIn },
      );
      const isLast = left.first === 6;
      expect(fault).toEqual(isLast ? undefined : { why: 'gap', stream: left.stream, version: left.first + 1 });
      expect((await store.load(left.stream)).length).toBe(left.first - 1);
    }),
    { numRuns: 40 },
  );
});

/** A store that goes by what it remembers of a stream, and looks only after it was wrong: another process has appended since. */
class Remembering extends MemoryEventStore {
  private isWrong = true;

  override append(commit: SealedCommit): ReturnType<MemoryEventStore['append']> {
    if (!this.isWrong || commit.first === 1) return super.append(commit);
    this.isWrong = false;
    return Promise.resolve({ kind: 'conflict' });
  }
}

test('what fits is taken, though the store was behind with the stream', async () => {
  const store = new Remembering();
  const [first, second] = history[0] as [SealedCommit, SealedCommit];
  expect(await takeIn([first, second], { store, letIn })).toEqual({ appended: 2 });
});

test('a stream of another installation is not gone on with, though the copy that is read from does not have it yet', async () => {
  class Lagging extends MemoryEventStore {
    override load(...[stream, options]: Parameters<MemoryEventStore['load']>): ReturnType<MemoryEventStore['load']> {
      return options?.fresh === true ? super.load(stream, options) : Promise.resolve([]);
    }
  }
  const store = new Lagging();
  const [first, second] = history[0] as [SealedCommit, SealedCommit];
  await store.append(first);
  expect(await takeIn([second], { store, letIn, site: 'elsewhere' })).toMatchObject({ fault: { why: 'not-its-own' } });
  expect(await takeIn([second], { store, letIn, site: 'main' })).toEqual({ appended: 1 });
});
