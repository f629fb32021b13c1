import { describe, expect, test } from '@jest/globals';
import { identitiesOf, internationalNumber } from './caller-identities.js';

describe('a number', () => {
  test.each([
    ['13800138000', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['138-0013-8000', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['0086 13800138000', '+8613800138000'],
    ['(86) 138.0013.8000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['+86（138）0013-8000', '+8613800138000'],
    ['010-6552 9988', '+861065529988'],
    ['(010) 65529988', '+861065529988'],
    ['0571 8765 4321', '+8657187654321'],
    ['+44 20 7946 0958', '+442079460958'],
    ['00 44 20 7946 0958', '+442079460958'],
    ['400-820-8820', '+864008208820'],
    ['no number', undefined],
    ['12', undefined],
    ['', undefined],
  ])('written as %s is %s', (written, expected) => expect(internationalNumber(written, 'CN')).toBe(expected));

  test('without a country code is of the country set up', () => {
    expect(internationalNumber('(212) 555-0123', 'US')).toBe('+12125550123');
    expect(internationalNumber('020 7946 0958', 'GB')).toBe('+442079460958');
  });
});

test('a caller is recognised by number, address and account, in this order', () => {
  expect(identitiesOf({ account: ' A-7 ', email: ' Wang@Example.ORG', phone: '138 0013 8000' }, 'CN')).toEqual([
    { kind: 'phone', value: '+8613800138000' },
    { kind: 'email', value: 'wang@example.org' },
    { kind: 'account', value: 'A-7' },
  ]);
  expect(identitiesOf({ name: '王丽', phone: '不详' }, 'CN')).toEqual([]);
});
