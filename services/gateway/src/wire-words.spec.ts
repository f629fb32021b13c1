import { expect, test } from '@jest/globals';
import { contractTermNames, leaveKindNames, reviewResultNames, roleNames, scopeNames } from '@ledgerline/contracts';
import { contractTerms, leaveKinds, reviewResults, roles, tokenScopes } from '@ledgerline/domain';

test('roles and scopes have the same names at the edge and in the rules', () => {
  expect(roleNames).toEqual(roles);
  expect(scopeNames).toEqual(tokenScopes);
});

test('a probation’s words are the same', () => {
  expect([contractTermNames, leaveKindNames, reviewResultNames]).toEqual([contractTerms, leaveKinds, reviewResults]);
});
