import { describe, expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { sampleCommit, sampleStream } from './contracts/index.js';
import { LogCheck, positionOf, type Commit, type Misfit, type SealedCommit, type StoredCommit } from './index.js';

const positioned = (commits: readonly SealedCommit[]): StoredCommit[] =>
  commits.map((commit, place) => ({ ...commit, position: positionOf([{ log: 'main', epoch: '1a', sequence: place + 1 }]) }));

/** Two streams of three commits each, one after the other by turns. */
const [ours, others] = [sampleStream('ticket.ours', 3, '漏水'), sampleStream('ticket.others', 3)];
const log = () => positioned(ours.flatMap((commit, place) => [commit, others[place] as SealedCommit]));

function check(
  commits: readonly StoredCommit[],
  gapless = true,
): { readonly misfit: Misfit | undefined; readonly check: LogCheck } {
  const made = new LogCheck(nodeCryptography, gapless);
  for (const commit of commits) {
    const [misfit] = made.next(commit);
    if (misfit) return { misfit, check: made };
  }
  return { misfit: undefined, check: made };
}

const misfitOf = (change: (commits: StoredCommit[]) => readonly StoredCommit[]) => check(change(log())).misfit;

/** The commit at a place with another text; its hash is made anew where `rehash`, as a forger would. */
function altered(commits: StoredCommit[], place: number, change: (text: string) => string, rehash: boolean): StoredCommit[] {
  const commit = commits[place] as StoredCommit;
  const text = change(commit.text);
  return commits.with(place, { ...commit, text, hash: rehash ? nodeCryptography.sha256(text) : commit.hash });
}

/** The same for its content. */
const content = (commits: StoredCommit[], place: number, change: (commit: Commit) => unknown): StoredCommit[] =>
  altered(commits, place, (text) => JSON.stringify(change(JSON.parse(text) as Commit)), true);

describe('a log that is whole', () => {
  test('fits, and is counted', () => {
    const { misfit, check: made } = check(log());
    expect(misfit).toBeUndefined();
    expect(made.checked).toMatchObject({ commits: 6, events: 6, streams: 2, position: 'main.1a.6' });
  });

  test('has a digest that any other log, or another order, has not', () => {
    const digest = (commits: readonly StoredCommit[]) => check(commits).check.checked.digest;
    const swapped = [others[0], ours[0], ...log().slice(2)] as SealedCommit[];
    expect(digest(log())).toBe(digest(log()));
    expect(new Set([digest(log()), digest(log().slice(0, -1)), digest(positioned(swapped)), digest([])]).size).toBe(4);
  });
});

describe('the first misfit is named', () => {
  const third = { position: 'main.1a.3', stream: 'ticket.ours', version: 2 };

  test('a flipped character', () => {
    expect(misfitOf((commits) => altered(commits, 2, (text) => text.replace('"漏水"', '"滴水"'), false))).toMatchObject({
      ...third,
      fault: 'hash-differs',
      expected: ours[1]?.hash,
    });
  });

  test('a forged text under a hash made anew: its successor tells', () => {
    const misfit = misfitOf((commits) => altered(commits, 2, (text) => text.replace('"漏水"', '"滴水"'), true));
    expect(misfit).toMatchObject({ fault: 'chain-broken', position: 'main.1a.5', stream: 'ticket.ours', version: 3 });
  });

  test('a commit that is missing', () => {
    expect(misfitOf((commits) => commits.toSpliced(2, 1))).toMatchObject({
      fault: 'commits-missing',
      position: 'main.1a.4',
      expected: 'main.1a.3',
      found: 'main.1a.4',
    });
    expect(misfitOf((commits) => commits.slice(1))).toMatchObject({ fault: 'commits-missing', expected: 'main.1a.1' });
  });

  test('a commit that is missing before the one that needs it: both are named', () => {
    const made = new LogCheck(nodeCryptography, true);
    const [, second] = positioned(ours) as [StoredCommit, StoredCommit];
    expect(made.next(second).map(({ fault }) => fault)).toEqual(['commits-missing', 'version-does-not-follow']);
  });

  test('a commit that is missing where positions are no proof', () => {
    expect(check(log().toSpliced(2, 1), false).misfit).toMatchObject({
      fault: 'version-does-not-follow',
      position: 'main.1a.5',
      expected: 'version 2',
      found: 'version 3',
    });
  });

  test('two commits of a stream that were swapped', () => {
    const misfit = misfitOf((commits) => positioned([0, 1, 4, 3, 2, 5].map((place) => commits[place] as StoredCommit)));
    expect(misfit).toMatchObject({ ...third, version: 3, fault: 'version-does-not-follow', expected: 'version 2' });
  });

  test('a stream that begins in the middle', () => {
    const [, second] = ours as [SealedCommit, SealedCommit];
    expect(check(positioned([second])).misfit).toMatchObject({ fault: 'version-does-not-follow', expected: 'version 1' });
  });

  test('another beginning under the same versions', () => {
    const forged = sampleCommit('ticket.ours', undefined, { text: 'forged' });
    const misfit = misfitOf((commits) => positioned([forged, ...commits.slice(1)]));
    expect(misfit).toMatchObject({ ...third, fault: 'chain-broken', expected: `previous ${forged.hash}` });
  });

  test.each([
    ['a space', (text: string) => text.replace('"first":', '"first": ')],
    [
      'members in another order',
      (text: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse())),
    ],
    ['a member twice', (text: string) => text.replace('"digest":"d"', '"digest":"e","digest":"d"')],
    ['half of a surrogate pair', (text: string) => text.replace('"漏水"', '"\\ud800"')],
    ['nesting without end', (text: string) => text.replace('"漏水"', '['.repeat(50_000) + ']'.repeat(50_000))],
  ])('bytes that are not canonical: %s', (_what, change) => {
    expect(misfitOf((commits) => altered(commits, 2, change, true))).toMatchObject({ ...third, fault: 'bytes-not-canonical' });
  });

  test.each([
    ['no JSON', () => 'nothing'],
    ['another format', (text: string) => text.replace('"format":1', '"format":2')],
    ['no events', (text: string) => text.replace(/"events":\[.*\](?=,"first")/, '"events":[]')],
    ['an event with another version', (text: string) => text.replace('"version":2', '"version":3')],
    ['an event with another id', (text: string) => text.replace('.1","meta"', '.7","meta"')],
    ['a time without milliseconds', (text: string) => text.replace('01:00:00.000Z', '01:00:00Z')],
  ])('bytes that are no commit: %s', (_what, change) => {
    expect(misfitOf((commits) => altered(commits, 2, change, true))).toMatchObject({ ...third, fault: 'not-a-commit' });
  });

  test.each([
    ['stream', 'ticket.elsewhere'],
    ['first', 1],
    ['last', 9],
    ['previous', null],
  ])('facts beside the bytes that say otherwise: %s', (name, value) => {
    const misfit = misfitOf((commits) => commits.with(2, { ...(commits[2] as StoredCommit), [name]: value }));
    expect(misfit).toMatchObject({ fault: 'facts-differ', position: 'main.1a.3', found: `${name} ${value}` });
  });

  test('a time before that of the commit before', () => {
    const misfit = misfitOf((commits) =>
      content(commits, 2, (commit) => ({
        ...commit,
        events: commit.events.map((event) => ({ ...event, meta: { ...event.meta, at: '2026-03-01T00:00:00.000Z' } })),
      })),
    );
    expect(misfit).toMatchObject({ ...third, fault: 'time-runs-backwards', expected: 'at 2026-03-02T01:00:00.000Z or later' });
  });
});

test('a cut tail of the log itself is in no commit: only the digest tells', () => {
  const { misfit, check: cut } = check(log().slice(0, -1));
  expect(misfit).toBeUndefined();
  expect(cut.checked.digest).not.toBe(check(log()).check.checked.digest);
});
