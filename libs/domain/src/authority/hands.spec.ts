import { describe, expect, test } from '@jest/globals';
import { handsOf, isOneHumanInTwoPowers, powerOf, shareHands } from './hands.js';

const actor = { kind: 'person', id: 'substitute' } as const;

test('whoever stands in acts with the rights of another, and is named with them', () => {
  expect([powerOf({ actor }), powerOf({ actor, onBehalfOf: 'absent' })]).toEqual(['substitute', 'absent']);
  expect(handsOf({ actor })).toEqual({ by: 'substitute' });
  expect(handsOf({ actor, onBehalfOf: 'absent' })).toEqual({ by: 'substitute', onBehalfOf: 'absent' });
});

describe('of two pairs of eyes', () => {
  const [own, standingIn, absent, stranger] = [
    { by: 'substitute' },
    { by: 'substitute', onBehalfOf: 'absent' },
    { by: 'absent' },
    { by: 'stranger' },
  ] as const;

  test.each([
    [own, own, true],
    [own, standingIn, true],
    [absent, standingIn, true],
    [standingIn, absent, true],
    [{ by: 'stranger', onBehalfOf: 'absent' }, standingIn, true],
    [stranger, standingIn, false],
    [own, absent, false],
    [own, { by: 'stranger', onBehalfOf: 'absent' }, false],
  ])('%j and %j are not two: %j', (one, other, isShared) => {
    expect([shareHands(one, other), shareHands(other, one)]).toEqual([isShared, isShared]);
  });

  test.each([
    [own, own, false],
    [own, standingIn, true],
    [standingIn, standingIn, true],
    [absent, standingIn, false],
    [stranger, standingIn, false],
    [undefined, standingIn, false],
  ])('where one person may do both as themselves, %j and %j are one in two powers: %j', (one, other, isOne) => {
    expect(isOneHumanInTwoPowers(one, other)).toBe(isOne);
  });
});
