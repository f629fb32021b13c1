import { describe, expect, test } from '@jest/globals';
import { commandFamilies, scopesAllow, tokenScopes, type Scoped } from './scopes.js';

const all: readonly Scoped[] = ['read', 'feed', ...commandFamilies];

describe('scopes of API tokens', () => {
  test.each([
    [[], all],
    [['personal'], all],
    [['read'], ['read', 'feed']],
    [['feed'], ['feed']],
    [['feed', 'personal'], ['feed']],
    [['write'], commandFamilies],
    [['read', 'write'], all],
    [['intake'], ['intake']],
    [
      ['intake', 'read'],
      ['read', 'feed', 'intake'],
    ],
    [
      ['routing', 'department'],
      ['routing', 'department'],
    ],
  ] as const)('%j allow %j', (scopes, allowed) => {
    expect(all.filter((what) => scopesAllow(scopes, what))).toEqual(allowed);
  });

  test('of tokens of before there can be words that are no scopes: they narrow nothing', () => {
    expect(all.every((what) => scopesAllow(['anything'], what))).toBe(true);
  });

  test('no scope but the first adds anything', () => {
    for (const scope of tokenScopes.slice(1))
      expect(all.filter((what) => scopesAllow([scope], what)).length).toBeLessThan(all.length);
  });
});
