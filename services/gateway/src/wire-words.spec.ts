import { expect, test } from '@jest/globals';
import {
  agentStates as agentStateNames,
  callStates as callStateNames,
  consentMeansNames,
  consentPurposeNames,
  consentWayNames,
  contractTermNames,
  profileEntryNames,
  segmentPurposes,
  leaveKindNames,
  reviewResultNames,
  roleNames,
  scopeNames,
} from '@ledgerline/contracts';
import {
  agentStates,
  callStates,
  consentMeans,
  consentPurposes,
  consentWays,
  contractTerms,
  entryKinds,
  leaveKinds,
  reviewResults,
  roles,
  tokenScopes,
} from '@ledgerline/domain';

test('roles and scopes have the same names at the edge and in the rules', () => {
  expect(roleNames).toEqual(roles);
  expect(scopeNames).toEqual(tokenScopes);
});

test('states of calls and agents have the same names', () => {
  expect([agentStateNames, callStateNames]).toEqual([agentStates, callStates]);
});

test('a probation’s words are the same', () => {
  expect([contractTermNames, leaveKindNames, reviewResultNames]).toEqual([contractTerms, leaveKinds, reviewResults]);
});

test('what is kept of customers, what they consent to and what segments are for have the same names', () => {
  expect([profileEntryNames, consentPurposeNames, consentMeansNames, consentWayNames]).toEqual([
    entryKinds,
    consentPurposes,
    consentMeans,
    consentWays,
  ]);
  const keys = consentPurposes.flatMap((purpose) => consentMeans.map((means) => `${purpose}-${means}`));
  expect(segmentPurposes).toEqual(['analysis', ...keys]);
});
