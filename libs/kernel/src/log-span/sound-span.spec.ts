import { describe, expect, test } from '@jest/globals';
import { nodeCryptography, sha256Bytes, sha256Into } from '@ledgerline/adapter-crypto';
import fc from 'fast-check';
import { sampleCommit, sampleStream } from '../contracts/index.js';
import {
  GrowingTree,
  hashBytesOf,
  leafHash,
  LogCheck,
  positionOf,
  SpanExamination,
  SpanTree,
  type SealedCommit,
  type StoredCommit,
} from '../index.js';

const streams = ['a', 'b', 'c'].map((name) => sampleStream(`ticket.${name}`, 6, `漏水 ${name}`));
const log = Array.from({ length: 6 }, (_, turn) => streams.map((stream) => stream[turn] as SealedCommit))
  .flat()
  .map((commit, n): StoredCommit => ({ ...commit, position: positionOf([{ log: 'main', epoch: '1a', sequence: n + 1 }]) }));

function spanOf(commits: readonly StoredCommit[]) {
  const examination = new SpanExamination(nodeCryptography);
  return commits.every((commit) => examination.take(commit)) ? examination.span : undefined;
}

describe('a span of sound commits', () => {
  test('takes a check as far as its commits do, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.nat(log.length), fc.nat(log.length), (one, other) => {
        const [from, until] = [Math.min(one, other), Math.max(one, other)];
        const [plainly, bySpan] = [new LogCheck(nodeCryptography, true), new LogCheck(nodeCryptography, true)];
        for (const commit of log.slice(0, from)) for (const check of [plainly, bySpan]) expect(check.next(commit)).toEqual([]);
        for (const commit of log.slice(from, until)) plainly.next(commit);
        const span = spanOf(log.slice(from, until));
        expect(span === undefined).toBe(from === until);
        if (span === undefined) return;
        expect(bySpan.isContinuedBy(span)).toBe(true);
        expect(bySpan.digestAfter(span, until - from)).toBe(plainly.checked.digest);
        bySpan.pass(span);
        expect(bySpan.checked).toEqual(plainly.checked);
        for (const commit of log.slice(until)) expect(bySpan.next(commit)).toEqual([]);
      }),
    );
  });

  test('that comes too early, or whose streams begin otherwise, does not go on from there', () => {
    const check = new LogCheck(nodeCryptography, true);
    for (const commit of log.slice(0, 6)) check.next(commit);
    const [next, later] = [spanOf(log.slice(6, 9)), spanOf(log.slice(9, 12))];
    if (!next || !later) throw new Error('the sample is sound');
    const [stretch] = next.stretches;
    if (!stretch) throw new Error('there are streams');
    expect(check.isContinuedBy(next)).toBe(true);
    expect(check.isContinuedBy(later)).toBe(false);
    for (const change of [
      { first: 4 },
      { previous: null },
      { from: '2000-01-01T00:00:00.000Z' },
      { stream: 'ticket.new' },
    ] as const)
      expect(check.isContinuedBy({ ...next, stretches: [{ ...stretch, ...change }] })).toBe(false);
  });

  test('is none where a commit is not sound, or does not follow the one before it in its stream', () => {
    const [begun, next] = streams[0] as readonly [SealedCommit, SealedCommit];
    const at = (commit: SealedCommit): StoredCommit => ({ ...commit, position: log[0]?.position as StoredCommit['position'] });
    const quoting = sampleCommit('ticket.q', undefined, { text: '"' });
    expect(spanOf([begun, next, quoting].map(at))).toMatchObject({
      commits: 3,
      events: 3,
      stretches: [{ last: 2 }, { first: 1 }],
    });
    expect(spanOf([next, begun].map(at))).toBeUndefined();
    expect(spanOf([at({ ...begun, text: begun.text.replace('漏', '滴') })])).toBeUndefined();
    expect(spanOf([at({ ...quoting, last: 2 })])).toBeUndefined();
  });
});

test('the subtrees over a span let a tree grow as its leaves do, to every size on the way', () => {
  const hash = (n: number) => nodeCryptography.sha256(`commit ${n}`);
  const leaf = (n: number) => leafHash(hashBytesOf(hash(n)), sha256Bytes);
  fc.assert(
    fc.property(fc.nat(5), fc.nat(6), fc.nat(64), fc.uniqueArray(fc.nat(63)), (before, height, some, stops) => {
      const start = before * 2 ** height;
      const count = 1 + (some % 2 ** height);
      const [plainly, bySpan] = [new GrowingTree(sha256Bytes), new GrowingTree(sha256Bytes)];
      for (let n = 0; n < start; n += 1) for (const tree of [plainly, bySpan]) tree.append(leaf(n));
      const numbers = Array.from({ length: count }, (_, n) => start + n);
      const span = SpanTree.over(start, numbers.map(hash), sha256Into);
      expect([span.end, Buffer.compare(span.leaves, Buffer.concat(numbers.map(leaf)))]).toEqual([start + count, 0]);
      for (const stop of [...stops.filter((size) => size < count).toSorted((a, b) => a - b), count]) {
        while (plainly.size < start + stop) plainly.append(leaf(plainly.size));
        span.grow(bySpan, start + stop);
        expect([bySpan.size, Buffer.from(bySpan.root()).equals(plainly.root())]).toEqual([plainly.size, true]);
      }
    }),
  );
});
