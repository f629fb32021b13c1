import { describe, expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { sealCommit, type Commit } from '../commit.js';
import { sampleCommit } from '../contracts/sample-commits.js';
import { mirroredCommit, personsIn } from './mirrored-commit.js';
import { pageText, readPage } from './mirrored-page.js';

const sample = sampleCommit('ticket.a', undefined, { count: 2, text: '漏水\n“管”' });
const commit = JSON.parse(sample.text) as Commit;
const rules = { categories: ['ticket'], site: 'main', schemas: new Map([['contract.happened', 1]]) };
const sealed = (change: Partial<Commit>) => sealCommit({ ...commit, ...change }, nodeCryptography);
const examined = (one: { text: string; hash: string }, more: object = {}) =>
  mirroredCommit(one.text, one.hash, { ...rules, ...more }, nodeCryptography);

describe('a commit of another installation', () => {
  test('is taken as its bytes say', () => {
    expect(examined(sample)).toEqual({ sealed: sample, commit });
  });

  test.each([
    ['another hash', { text: sample.text, hash: 'x'.repeat(43) }, {}, 'not-a-commit'],
    ['changed bytes', { text: sample.text.replace('漏水', '漏火'), hash: sample.hash }, {}, 'not-a-commit'],
    ['no commit at all', { text: '{}', hash: nodeCryptography.sha256('{}') }, {}, 'not-a-commit'],
    [
      'bytes that are not canonical',
      { text: ` ${sample.text}`, hash: nodeCryptography.sha256(` ${sample.text}`) },
      {},
      'not-a-commit',
    ],
    [
      'an event that says nothing at all',
      sealed({ events: commit.events.map((event) => ({ ...event, data: null })) }),
      {},
      'not-a-commit',
    ],
    ['a stream that does not go this way', sealed({ stream: 'account.a' }), {}, 'not-of-this-way'],
    ['what a third one wrote', sample, { site: 'east' }, 'not-its-own'],
    ['a newer shape than this program knows', sample, { schemas: new Map([['contract.happened', 0]]) }, 'unknown-event-type'],
    ['an event that this program does not know', sample, { schemas: new Map() }, 'unknown-event-type'],
  ] as const)('is refused with %s', (_what, one, more, fault) => {
    expect(examined(one, more)).toBe(fault);
  });

  test('names the persons under whose keys something in it is sealed, each once', () => {
    const event = (data: object) => ({ ...(commit.events[0] as Commit['events'][0]), data });
    const events = [
      event({ person: 'p1', sealed: 'x' }),
      event({ person: 'p1', sealed: 'y' }),
      event({ person: 'p2' }),
      event({ sealed: 'z' }),
    ];
    expect(personsIn([{ ...commit, events }])).toEqual(['p1']);
  });
});

describe('a page of commits', () => {
  const page = {
    from: 'main',
    after: null,
    next: 'main.e.2',
    end: 'main.e.9',
    hashes: [sample.hash],
    sealed: null,
    texts: [sample.text],
  };

  test('comes back from its text, byte for byte', () => {
    expect(readPage(pageText(page))).toEqual(page);
    expect(readPage(pageText({ ...page, hashes: [], texts: [] }))).toEqual({ ...page, hashes: [], texts: [] });
  });

  test.each(['', 'null', '[]', '{}', 'no json', pageText(page).split('\n')[0] as string, `${pageText(page)}\nmore`])(
    'is refused where it is none: %#',
    (text) => expect(readPage(text)).toBeUndefined(),
  );
});
