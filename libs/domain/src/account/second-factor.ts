import { rejected, type Decide } from '@ledgerline/kernel';
import type { AccountEvent } from './account-events.js';
import type { Account, SecondFactor } from './account.js';

/** What somebody has shown: a code of a step, or one of the recovery codes, by its place. */
export type ShownCode = { readonly step: number } | { readonly recovery: number };

export const recoveryCodes = 10;

type OnAccount<Body> = Decide<Body, Account, AccountEvent>;

/** Another key is offered; one that is on stays on until it is taken away. */
export const offerSecondFactor: OnAccount<unknown> = (_body, account) => {
  if (account === undefined) return rejected('account-not-found');
  if (account.secondFactor?.state === 'on') return rejected('second-factor-is-on');
  return [{ type: 'SecondFactorOffered', data: { enrolment: (account.secondFactor?.enrolment ?? 0) + 1 } }];
};

/** @param shown undefined where the code is none of this key's */
export function confirmSecondFactor(shown: ShownCode | undefined): OnAccount<unknown> {
  return (_body, account) => {
    const factor = account?.secondFactor;
    if (factor?.state !== 'offered') return rejected('second-factor-not-offered');
    if (shown === undefined || !('step' in shown)) return rejected('wrong-code');
    return [{ type: 'SecondFactorConfirmed', data: { enrolment: factor.enrolment, step: shown.step } }];
  };
}

/** Takes a code that was shown, once. */
export function takeCode(shown: ShownCode | undefined): OnAccount<unknown> {
  return (_body, account) => {
    const factor = account?.secondFactor;
    if (factor?.state !== 'on') return rejected('second-factor-is-off');
    if (shown === undefined || !isFresh(factor, shown)) return rejected('wrong-code');
    const { enrolment } = factor;
    if ('step' in shown) return [{ type: 'SecondFactorUsed', data: { enrolment, step: shown.step } }];
    return [{ type: 'RecoveryCodeUsed', data: { enrolment, place: shown.recovery } }];
  };
}

/** By whoever has it, with a code; by an administrator for somebody who lost it, with a reason. */
export function removeSecondFactor(
  by: { readonly shown?: ShownCode | undefined } | { readonly reason: string },
): OnAccount<unknown> {
  return (_body, account) => {
    if (account === undefined) return rejected('account-not-found');
    const factor = account.secondFactor;
    if (factor === undefined || factor.state === 'off') return rejected('second-factor-is-off');
    const { enrolment } = factor;
    if ('reason' in by) return [{ type: 'SecondFactorRemoved', data: { enrolment, person: account.person, reason: by.reason } }];
    if (factor.state === 'on' && (by.shown === undefined || !isFresh(factor, by.shown))) return rejected('wrong-code');
    return [{ type: 'SecondFactorRemoved', data: { enrolment } }];
  };
}

function isFresh({ lastStep, usedCodes }: SecondFactor, shown: ShownCode): boolean {
  return 'step' in shown ? shown.step > lastStep : !usedCodes.includes(shown.recovery);
}
