import { expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import fc from 'fast-check';
import { commitIn, faultOf } from './commit-faults.js';
import { sampleCommit, sampleStream } from './contracts/index.js';
import { CanonicalReader } from './canonical-reader.js';
import { canonicalJson, positionOf, sealCommit, soundCommit, type Commit, type StoredCommit } from './index.js';

const position = positionOf([{ log: 'main', epoch: '1a', sequence: 1 }]);
const [begun, next] = sampleStream('ticket.a', 2, '漏水 é').map((commit): StoredCommit => ({ ...commit, position })) as [
  StoredCommit,
  StoredCommit,
];
const content = JSON.parse(next.text) as Commit;
const [event] = content.events as [Commit['events'][number]];

/** The commit with other members, sealed as its writer would. */
const sealed = (change: Partial<Commit>): StoredCommit => ({
  ...sealCommit({ ...content, ...change }, nodeCryptography),
  position,
});

const withMeta = (meta: object): StoredCommit =>
  sealed({ events: [{ ...event, meta: { ...event.meta, ...meta } }] as Commit['events'] });

/** What parsing finds, with the times inside the commit. */
function isFaultless(stored: StoredCommit): boolean {
  const commit = commitIn(stored.text);
  const times = commit?.events.map(({ meta }) => meta.at) ?? [];
  return !faultOf(stored, commit, nodeCryptography) && times.every((at, n) => n === 0 || at >= (times[n - 1] as string));
}

/** A reader that is not sure says nothing; one that is has to be right. */
function agrees(stored: StoredCommit): void {
  const sound = soundCommit(stored, nodeCryptography);
  if (!sound) return;
  expect([stored.text, isFaultless(stored)]).toEqual([stored.text, true]);
  const { events } = commitIn(stored.text) as Commit;
  expect(sound).toEqual({ events: events.length, from: events[0]?.meta.at, to: events.at(-1)?.meta.at });
}

test('commits as they are written are seen to be sound', () => {
  const plain = sampleStream('ticket.b', 3, '漏水');
  const several: StoredCommit = { ...sampleCommit('ticket.c', undefined, { count: 3 }), position };
  const full = withMeta({
    actor: { kind: 'person', id: 'p1', roles: ['agent'], departments: [] },
    causation: 'c',
    onBehalfOf: 'x',
    origin: { source: 's', reference: 'r' },
    trace: 't',
  });
  for (const commit of [...plain.map((one) => ({ ...one, position })), several, full])
    expect(soundCommit(commit, nodeCryptography)).toMatchObject({ events: commit.last - commit.first + 1 });
});

test('a text with an escape is left to the parser', () => {
  const quoting = { ...sampleCommit('ticket.a', undefined, { text: '"漏水"' }), position };
  expect(soundCommit(quoting, nodeCryptography)).toBeUndefined();
  expect(isFaultless(quoting)).toBe(true);
});

test.each([
  ['members out of order', '{"b":1,"a":2}'],
  ['a member twice', '{"a":1,"a":2}'],
  ['a name before its beginning', '{"aa":1,"a":2}'],
  ['an empty name after another', '{"a":1,"":2}'],
  ['white space', '{"a": 1}'],
  ['a number written otherwise', '{"a":1.0}'],
  ['a number with a zero before it', '[01]'],
  ['a zero below zero', '[-0]'],
  ['an exponent', '[1e3]'],
  ['a number that no double holds', '[12345678901234567]'],
  ['a comma too many', '[1,]'],
  ['a string without an end', '["a]'],
  ['a brace without an end', '{"a":1'],
  ['nothing', ''],
  ['a lone surrogate', '["\ud800"]'],
])('%s is not canonical', (_, text) => {
  const reader = CanonicalReader.of(text);
  expect(reader?.value() && reader.isAtEnd).not.toBe(true);
});

test('whatever the reader takes for canonical is so', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      const reader = CanonicalReader.of(text);
      if (!/[\\.e]|\d{16}|\[{16}/.test(text)) expect([text, reader?.value() && reader.isAtEnd]).toEqual([text, true]);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[[{]["a-c,:{}0-9\][-]{0,12}[\]}]$/), (text) => {
      const reader = CanonicalReader.of(text);
      if (reader?.value() && reader.isAtEnd) expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 5_000 },
  );
});

const bits = '{}[],:"01a-\\ né漏'; // prettier-ignore

test('a text that was bent, under a hash made anew, is never taken for sound where it is not', () => {
  const full = withMeta({ actor: { kind: 'person', id: 'p1', roles: ['agent'] }, causation: 'c', trace: 't' });
  const three: StoredCommit = { ...sampleCommit('ticket.c', undefined, { count: 3 }), position };
  fc.assert(
    fc.property(
      fc.constantFrom(full, three),
      fc.nat(1_500),
      fc.nat(3),
      fc.string({ unit: fc.constantFrom(...bits), maxLength: 3 }),
      (stored, at, gone, put) => {
        const place = at % stored.text.length;
        const text = stored.text.slice(0, place) + put + stored.text.slice(place + gone);
        agrees({ ...stored, text, hash: nodeCryptography.sha256(text) });
      },
    ),
    { numRuns: 5_000 },
  );
});

test('facts, format, version and time have to be right', () => {
  const wrong: StoredCommit[] = [
    { ...next, hash: begun.hash },
    { ...next, first: 3 },
    { ...next, last: 3 },
    { ...next, previous: null },
    { ...next, stream: 'ticket.b' },
    sealed({ format: 2 as 1 }),
    sealed({ command: '' }),
    sealed({ previous: 'short' }),
    sealed({ stream: 'Ticket.a' }),
    sealed({ events: [] }),
    sealed({ events: [{ ...event, id: 'x.1' }] }),
    sealed({ events: [{ ...event, version: 7 }] }),
    sealed({ events: [{ ...event, schema: 0 }] }),
    sealed({ events: [{ ...event, type: '' }] }),
    withMeta({ at: 'yesterday' }),
    withMeta({ recordedAt: '2026-03-02' }),
    withMeta({ site: '' }),
    withMeta({ actor: { kind: 'person' } }),
  ];
  for (const stored of wrong) expect([stored.text, soundCommit(stored, nodeCryptography)]).toEqual([stored.text, undefined]);
});
