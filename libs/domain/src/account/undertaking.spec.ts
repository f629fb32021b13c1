import { expect, test } from '@jest/globals';
import { undertakingState } from './undertaking.js';

const zone = 'Asia/Shanghai';
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const signed = { at: '2026-03-01T02:00:00.000Z', edition: '1' };

test('an undertaking holds for a year', () => {
  expect(undertakingState(undefined, at('2026-03-01T00:00:00Z'), zone)).toEqual({ state: 'missing' });
  expect(undertakingState(signed, at('2027-03-01T01:59:59Z'), zone)).toMatchObject({ state: 'signed' });
  expect(undertakingState(signed, at('2027-03-01T02:00:00Z'), zone)).toEqual({
    state: 'expired',
    edition: '1',
    signedAt: signed.at,
    validUntil: '2027-03-01T02:00:00.000Z',
  });
});

test('one of a leap day until the last of February', () => {
  const leap = { at: '2028-02-29T02:00:00.000Z', edition: '1' };
  expect(undertakingState(leap, at('2028-03-01T00:00:00Z'), zone)).toMatchObject({ validUntil: '2029-02-28T02:00:00.000Z' });
});
