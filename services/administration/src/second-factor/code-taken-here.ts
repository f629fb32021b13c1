import { takeCode, type Account, type AccountEvent, type SecondFactor, type ShownCode } from '@ledgerline/domain';
import type { Decide, Fold } from '@ledgerline/kernel';

type Taken = Pick<SecondFactor, 'enrolment' | 'lastStep' | 'usedCodes'> | undefined;

/**
 * Of an account that is at home at the hub: the codes that were taken at this site, in a stream of the site's own (`factor-use.{account}`), so that
 * each is good once here whether or not the link is up.
 */
export const takenFold: Fold<Taken> = {
  initial: undefined,
  evolve(taken, recorded) {
    const event = recorded as unknown as AccountEvent;
    if (event.type !== 'SecondFactorUsed' && event.type !== 'RecoveryCodeUsed') return taken;
    const { enrolment } = event.data;
    const before = taken?.enrolment === enrolment ? taken : { enrolment, lastStep: 0, usedCodes: [] };
    if (event.type === 'SecondFactorUsed') return { ...before, lastStep: event.data.step };
    return { ...before, usedCodes: [...before.usedCodes, event.data.place] };
  },
};

/** Takes a code that is good by what is known of the account, and was not taken here before. */
export function takeCodeHere(shown: ShownCode | undefined, account: NonNullable<Account>): Decide<unknown, Taken, AccountEvent> {
  return (body, taken, by) => takeCode(shown)(body, withTaken(account, taken), by);
}

function withTaken(account: NonNullable<Account>, taken: Taken): Account {
  const factor = account.secondFactor;
  if (factor === undefined || taken === undefined || taken.enrolment !== factor.enrolment) return account;
  const lastStep = Math.max(factor.lastStep, taken.lastStep);
  return { ...account, secondFactor: { ...factor, lastStep, usedCodes: [...factor.usedCodes, ...taken.usedCodes] } };
}
