import { expect, test } from '@jest/globals';
import { roleNames, scopeNames } from '@ledgerline/contracts';
import { roles, tokenScopes } from '@ledgerline/domain';

test('roles and scopes have the same names at the edge and in the rules', () => {
  expect(roleNames).toEqual(roles);
  expect(scopeNames).toEqual(tokenScopes);
});
