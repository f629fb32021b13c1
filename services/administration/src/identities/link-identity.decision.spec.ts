import { describe, expect, test } from '@jest/globals';
import type { Account } from '@ledgerline/domain';
import { linkIdentity, matchIdentity, unlinkIdentity } from './link-identity.decision.js';

const by = { at: '2026-03-02T01:00:00.000Z', actor: { kind: 'system', id: 'x' }, site: 'main' } as const;
const named = { issuer: 'https://login.example.com', subject: 's-1' };
const accountOf = (roles: readonly string[], more: object = {}) =>
  ({ person: 'key', username: 'u', name: 'n', roles, departments: [], unrestricted: false, ...more }) as Account;
const agent = accountOf(['agent']);
const linked = { account: 'a', issuer: named.issuer, person: 'key', linked: true };
const unlinked = { ...linked, linked: false };

describe('an identity', () => {
  test('is linked by hand to any account that stands, also to one who administers, and after it was unlinked', () => {
    const link = (account: Account, identity?: typeof linked) =>
      linkIdentity({ id: 'a', account })({ ...named, reason: 'x' }, identity, by);
    const done = [{ type: 'IdentityLinked', data: { ...named, account: 'a', person: 'key', reason: 'x' } }];
    expect([link(agent), link(accountOf(['administrator'])), link(agent, unlinked)]).toEqual([done, done, done]);
    expect(link(agent, linked)).toEqual({ rejection: 'identity-linked-already' });
    expect(link(undefined)).toEqual({ rejection: 'account-not-found' });
    expect(link(accountOf([], { deactivated: true }))).toEqual({ rejection: 'account-not-found' });
  });

  test('is matched by name once, and never to who administers, to whom the provider knows otherwise, or to who is locked', () => {
    const match = (account: Account, isKnown = false, identity?: typeof linked) =>
      matchIdentity({ id: 'a', account }, isKnown)(named, identity, by);
    expect(match(agent)).toEqual([{ type: 'IdentityLinked', data: { ...named, account: 'a', person: 'key' } }]);
    const refused = { rejection: 'account-not-found' };
    expect(match(accountOf(['agent', 'administrator']))).toEqual(refused);
    expect(match(accountOf([], { unrestricted: true }))).toEqual(refused);
    expect(match(accountOf(['agent'], { deactivated: true }))).toEqual(refused);
    expect(match(undefined)).toEqual(refused);
    expect(match(agent, true)).toEqual(refused);
    expect(match(agent, false, unlinked)).toEqual({ rejection: 'identity-linked-already' });
  });

  test('is unlinked once', () => {
    const data = { account: 'a', person: 'key', reason: 'x' };
    expect(unlinkIdentity({ reason: 'x' }, linked, by)).toEqual([{ type: 'IdentityUnlinked', data }]);
    expect(unlinkIdentity({ reason: 'x' }, unlinked, by)).toEqual({ rejection: 'identity-not-found' });
    expect(unlinkIdentity({ reason: 'x' }, undefined, by)).toEqual({ rejection: 'identity-not-found' });
  });
});
