import { describe, expect, test } from '@jest/globals';
import { foldAt, isBeyond, type Fold, type Moment, type RecordedEvent } from './index.js';

/** An import wrote versions 2 and 3 down long after they had happened. */
const times = [
  ['2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
  ['2026-03-02T00:00:00.000Z', '2026-03-09T00:00:00.000Z'],
  ['2026-03-03T00:00:00.000Z', '2026-03-09T00:00:00.000Z'],
  ['2026-03-10T00:00:00.000Z', '2026-03-10T00:00:00.000Z'],
];
const events = times.map(([at, recordedAt], place) => ({ version: place + 1, meta: { at, recordedAt } }) as RecordedEvent);
const versions: Fold<readonly number[]> = { initial: [], evolve: (state, { version }) => [...state, version] };

describe('a look at the past', () => {
  test.each<[string, Moment, readonly number[]]>([
    ['everything', {}, [1, 2, 3, 4]],
    ['a version', { version: 2 }, [1, 2]],
    ['a time, itself included', { at: '2026-03-03T00:00:00.000Z' }, [1, 2, 3]],
    ['a time between', { at: '2026-03-02T12:00:00.000Z' }, [1, 2]],
    ['what was known then', { known: '2026-03-05T00:00:00.000Z' }, [1]],
    ['what had happened by then, as known then', { at: '2026-03-02T00:00:00.000Z', known: '2026-03-09T00:00:00.000Z' }, [1, 2]],
    ['before everything', { at: '2020-01-01T00:00:00.000Z' }, []],
  ])('%s', (_what, moment, expected) => {
    expect(foldAt(events, versions, moment)).toEqual({ state: expected, version: expected.at(-1) ?? 0 });
  });

  test.each<[number | undefined, boolean]>([[5, true], [4, false], [undefined, false]])('version %s is beyond the last: %s', (version, beyond) => {
    const moment = version === undefined ? {} : { version };
    expect(isBeyond(moment, foldAt(events, versions, moment).version)).toBe(beyond);
  }); // prettier-ignore
});
