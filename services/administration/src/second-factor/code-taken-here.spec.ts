import { expect, test } from '@jest/globals';
import type { Account, ShownCode } from '@ledgerline/domain';
import { takeCodeHere, takenFold } from './code-taken-here.js';

const factor = { enrolment: 2, state: 'on', lastStep: 10, usedCodes: [1] } as const;
const account = {
  person: 'p',
  username: 'u',
  name: 'n',
  roles: [],
  departments: [],
  unrestricted: false,
  secondFactor: factor,
} as NonNullable<Account>;
const by = { at: '2026-03-02T01:00:00.000Z', actor: { kind: 'person', id: 'a' }, site: 'east' } as const;

/** What a site says to codes that are shown one after the other, of an account as the hub has it. */
function says(codes: readonly ShownCode[], of = account): readonly string[] {
  let taken = takenFold.initial;
  return codes.map((shown) => {
    const decision = takeCodeHere(shown, of)({}, taken, by);
    if ('rejection' in decision) return decision.rejection;
    for (const event of decision) taken = takenFold.evolve(taken, event as never);
    return 'taken';
  });
}

test.each<[string, readonly ShownCode[], readonly string[]]>([
  ['a code is good once', [{ step: 11 }, { step: 11 }, { step: 12 }], ['taken', 'wrong-code', 'taken']],
  ['one that was taken at the hub is not', [{ step: 10 }, { recovery: 1 }], ['wrong-code', 'wrong-code']],
  ['a recovery code is good once', [{ recovery: 3 }, { recovery: 3 }, { recovery: 4 }], ['taken', 'wrong-code', 'taken']],
])('%s', (_what, codes, answers) => {
  expect(says(codes)).toEqual(answers);
});

test('with another key it begins anew', () => {
  const taken = takenFold.evolve(undefined, { type: 'SecondFactorUsed', data: { enrolment: 1, step: 99 } } as never);
  expect(takeCodeHere({ step: 11 }, account)({}, taken, by)).toEqual([
    { type: 'SecondFactorUsed', data: { enrolment: 2, step: 11 } },
  ]);
});
