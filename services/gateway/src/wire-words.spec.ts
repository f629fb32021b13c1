import { expect, test } from '@jest/globals';
import {
  agentStates as agentStateNames,
  attemptOutcomes as attemptOutcomeNames,
  callStates as callStateNames,
  callStatuses,
  campaignPurposes as campaignPurposeNames,
  campaignStatuses as campaignStatusNames,
  consentMeansNames,
  consentPurposeNames,
  consentWayNames,
  contractTermNames,
  lossReasons as lossReasonNames,
  profileEntryNames,
  pursuitStages,
  segmentPurposes,
  leaveKindNames,
  reviewResultNames,
  roleNames,
  scopeNames,
} from '@ledgerline/contracts';
import {
  agentStates,
  attemptOutcomes,
  callEnds,
  callStates,
  campaignPurposes,
  campaignStatuses,
  consentMeans,
  consentPurposes,
  consentWays,
  contractTerms,
  entryKinds,
  leaveKinds,
  lossReasons,
  reviewResults,
  roles,
  stagesOf,
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

test('a campaign’s words and those of leads and customers at risk are the same', () => {
  expect([campaignPurposeNames, campaignStatusNames, attemptOutcomeNames, lossReasonNames]).toEqual([
    campaignPurposes,
    campaignStatuses,
    attemptOutcomes,
    lossReasons,
  ]);
  expect(callStatuses).toEqual(['waiting', ...callEnds]);
  const stages = Object.values(stagesOf).flatMap(({ underWay, ends }) => [...underWay, ...ends]);
  expect(new Set(pursuitStages)).toEqual(new Set<string>(stages));
});
