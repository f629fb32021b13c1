import { expect, test } from '@jest/globals';
import { debts, checks, requiredSteps } from '@ledgerline/domain';
import { owedWords, requiredStepWords } from '../words/report-words.ts';
import { wordsIn } from '../words/use-words.ts';
import { deviationName } from './deviation-name.ts';

test.each([
  ['skipped-check', '跳过：审查'],
  ['out-of-order-approval', '补做过晚：部门审核'],
  ['unexpected-reply', '不应发生：回复'],
  ['unexpected-ticket-closed-resolved', '不应发生：结案'],
  ['closed-without-survey', '未回访即结案'],
  ['something-new', 'something-new'],
])('%s', (name, said) => expect(deviationName(name, wordsIn('zh'))).toBe(said));

test('whatever the domain can find has words', () => {
  const owed = [...debts, ...checks].map(({ name }) => name);
  expect(owed.filter((name) => !(name in owedWords))).toEqual([]);
  expect(Object.values(requiredSteps).filter(({ name }) => !(name in requiredStepWords))).toEqual([]);
});
