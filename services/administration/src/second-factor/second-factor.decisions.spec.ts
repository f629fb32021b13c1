import { describe, expect, test } from '@jest/globals';
import {
  accountFold,
  confirmSecondFactor,
  offerSecondFactor,
  removeSecondFactor,
  takeCode,
  type Account,
  type AccountEvent,
} from '@ledgerline/domain';
import { recorded } from '@ledgerline/kernel/contracts';
import type { Decide } from '@ledgerline/kernel';

const created: AccountEvent = {
  type: 'AccountCreated',
  data: { person: 'p', username: 'li', name: 'Li', roles: [], departments: [], unrestricted: false },
};
const offered: AccountEvent = { type: 'SecondFactorOffered', data: { enrolment: 1 } };
const confirmed: AccountEvent = { type: 'SecondFactorConfirmed', data: { enrolment: 1, step: 100 } };
const used = (step: number): AccountEvent => ({ type: 'SecondFactorUsed', data: { enrolment: 1, step } });
const removed: AccountEvent = { type: 'SecondFactorRemoved', data: { enrolment: 1 } };

/** What comes of a decision after these events: types of events, or the rejection's name. */
function after(events: readonly AccountEvent[], decide: Decide<unknown, Account, AccountEvent>): unknown {
  const state = recorded(events).reduce<Account>(accountFold.evolve, undefined);
  const decision = decide({}, state, { at: '2026-01-01T00:00:00.000Z', actor: { kind: 'person', id: 'li' }, site: 'main' });
  return 'rejection' in decision ? decision.rejection : decision.map(({ type }) => type);
}

describe('a second factor', () => {
  test.each([
    ['is offered', [created], offerSecondFactor, ['SecondFactorOffered']],
    ['is offered anew while none is confirmed', [created, offered], offerSecondFactor, ['SecondFactorOffered']],
    ['is not replaced while it is on', [created, offered, confirmed], offerSecondFactor, 'second-factor-is-on'],
    [
      'is on once a code has shown that the key arrived',
      [created, offered],
      confirmSecondFactor({ step: 100 }),
      ['SecondFactorConfirmed'],
    ],
    ['is not confirmed by a wrong code', [created, offered], confirmSecondFactor(undefined), 'wrong-code'],
    ['is not confirmed by a recovery code', [created, offered], confirmSecondFactor({ recovery: 1 }), 'wrong-code'],
    ['is not confirmed where none was offered', [created], confirmSecondFactor({ step: 100 }), 'second-factor-not-offered'],
    ['takes a later code', [created, offered, confirmed], takeCode({ step: 101 }), ['SecondFactorUsed']],
    ['does not take the code that confirmed it', [created, offered, confirmed], takeCode({ step: 100 }), 'wrong-code'],
    ['takes no code twice', [created, offered, confirmed, used(101)], takeCode({ step: 101 }), 'wrong-code'],
    [
      'takes none that is earlier than one it took',
      [created, offered, confirmed, used(103)],
      takeCode({ step: 102 }),
      'wrong-code',
    ],
    ['takes a recovery code', [created, offered, confirmed], takeCode({ recovery: 3 }), ['RecoveryCodeUsed']],
    [
      'takes it once',
      [created, offered, confirmed, { type: 'RecoveryCodeUsed', data: { enrolment: 1, place: 3 } }],
      takeCode({ recovery: 3 }),
      'wrong-code',
    ],
    [
      'is taken away with a code',
      [created, offered, confirmed],
      removeSecondFactor({ shown: { step: 105 } }),
      ['SecondFactorRemoved'],
    ],
    ['is not taken away without one', [created, offered, confirmed], removeSecondFactor({}), 'wrong-code'],
    ['that was only offered is let go of without one', [created, offered], removeSecondFactor({}), ['SecondFactorRemoved']],
    [
      'is taken away by an administrator, who says why',
      [created, offered, confirmed],
      removeSecondFactor({ reason: 'lost' }),
      ['SecondFactorRemoved'],
    ],
    ['that is off is asked for no more', [created, offered, confirmed, removed], takeCode({ step: 200 }), 'second-factor-is-off'],
  ] as const)('%s', (_, events, decide, wanted) => expect(after(events, decide)).toEqual(wanted));

  test('that is enrolled again has another key: the number of its enrolment grows', () => {
    const state = recorded([created, offered, confirmed, removed]).reduce<Account>(accountFold.evolve, undefined);
    expect(offerSecondFactor({}, state, { at: '', actor: { kind: 'person', id: 'li' }, site: 'main' })).toEqual([
      { type: 'SecondFactorOffered', data: { enrolment: 2 } },
    ]);
  });
});
