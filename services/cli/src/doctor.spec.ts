import { describe, expect, test } from '@jest/globals';
import { diagnosis } from './doctor.js';
import { fail, ok, warn } from './doctor/finding.js';
import { checkChineseWords, checkNode, checkTimeZone } from './doctor/runtime.check.js';
import { isAtLeast } from './doctor/servers.check.js';

describe('a diagnosis', () => {
  test('says each finding, what to do about it, and how many there are', () => {
    const { words } = diagnosis([ok('Node', '26.1.0'), warn('space', '900 MiB free', 'make room')]);
    expect(words).toEqual([
      'ok    Node   26.1.0',
      'warn  space  900 MiB free',
      '             → make room',
      '1 ok, 1 to look at, 0 failed',
    ]);
  });

  test.each([
    ['ok', [ok('a', 'b')], false],
    ['warn', [ok('a', 'b'), warn('a', 'b', 'c')], false],
    ['fail', [warn('a', 'b', 'c'), fail('a', 'b', 'c')], true],
  ] as const)('is as bad as its worst finding: %s', (verdict, findings, refused) => {
    expect(diagnosis(findings)).toMatchObject({ result: { verdict }, refused });
  });
});

describe('the runtime', () => {
  test.each([
    ['26.0.0', 'ok'],
    ['27.3.1', 'ok'],
    ['24.9.0', 'fail'],
  ])('Node %s is %s', (version, state) => {
    expect(checkNode(version).state).toBe(state);
  });

  test('of the tests has time zones and Chinese words', () => {
    expect(checkTimeZone('Europe/Berlin')).toMatchObject({ state: 'ok', found: expect.stringContaining('+01:00') });
    expect(checkChineseWords()).toMatchObject({ state: 'ok', found: expect.stringContaining('空调') });
  });

  test('a text that falls apart into characters is noticed', () => {
    expect(checkChineseWords('甲')).toMatchObject({ state: 'fail' });
  });
});

test.each([
  ['2.12.0', true],
  ['2.15.2-beta.1', true],
  ['3.0.0', true],
  ['2.9.25', false],
  ['', false],
])('a version %s is new enough: %s', (version, enough) => {
  expect(isAtLeast(version, [2, 12])).toBe(enough);
});
