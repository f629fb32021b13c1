import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { commitText, type Commit, type Meta } from './commit.js';

/** Every member of `Meta`: one that is added there has to be written here and in `metaInOrder`, or this does not compile. */
const metaMembers: Required<{ readonly [Name in keyof Meta]: fc.Arbitrary<Meta[Name]> }> = {
  at: fc.string(),
  recordedAt: fc.string(),
  actor: fc.record(
    {
      kind: fc.constantFrom('person', 'token'),
      id: fc.string({ unit: 'grapheme' }),
      roles: fc.array(fc.string()),
      departments: fc.array(fc.string()),
    },
    { requiredKeys: ['kind', 'id'] },
  ),
  onBehalfOf: fc.string(),
  site: fc.string({ unit: 'grapheme' }),
  causation: fc.string(),
  correlation: fc.string(),
  trace: fc.string(),
  origin: fc.record({ source: fc.string(), reference: fc.string({ unit: 'grapheme' }) }),
};
const meta = fc.record(metaMembers, { requiredKeys: ['at', 'recordedAt', 'actor', 'site', 'correlation'] }) as fc.Arbitrary<Meta>;
const name = fc.oneof(fc.string(), fc.constantFrom('10', '9', '__proto__', 'sealed', 'é', '中'));
const data = fc.dictionary(name, fc.oneof(fc.jsonValue(), fc.constant(undefined)));
const event = fc.record({ id: fc.string(), version: fc.nat(), type: fc.string(), schema: fc.nat(), data });
const commits = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 3 }), fc.array(meta, { minLength: 1, maxLength: 2 }), fc.string())
  .map(([events, metas, text]): Commit => ({
    format: 1,
    stream: 'ticket.t1',
    first: 1,
    command: text,
    digest: 'd',
    previous: text === '' ? null : text,
    events: events.map((one, place) => ({ ...one, meta: metas[place % metas.length] as Meta })),
  }));

test('the text of a commit is its canonical JSON', () => {
  fc.assert(
    fc.property(commits, (commit) => {
      const plainly = canonicalJson(commit);
      expect(commitText(commit)).toBe(plainly);
      expect(commitText(commit)).toBe(plainly);
    }),
    { numRuns: 500 },
  );
});

test('a lone surrogate has no text', () => {
  const [commit] = fc.sample(commits, 1) as [Commit];
  expect(() => commitText({ ...commit, command: '\ud800' })).toThrow(TypeError);
});
