import { expect, test } from '@jest/globals';
import { stagesOf as stagesInTheDomain } from '@ledgerline/domain';
import { pursuitStageWords } from '../words/pursuit-words.ts';
import { stagesOf } from './pursuit-views.ts';

test('stages and ends are the domain’s, and each has its words', () => {
  expect(stagesOf).toEqual({ leads: stagesInTheDomain.lead, 'at-risk-customers': stagesInTheDomain['at-risk'] });
  const every = Object.values(stagesInTheDomain).flatMap(({ underWay, ends }) => [...underWay, ...ends]);
  expect([...new Set<string>(every)].toSorted()).toEqual(Object.keys(pursuitStageWords).toSorted());
});
