import type { ChangeUser } from '@ledgerline/contracts';
import { rightsOfAccount, type Account, type AccountEvent, type Rights } from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

type DecideAccount<Body> = Decide<Body, Account, AccountEvent>;
interface WithReason {
  readonly reason: string;
}

/** What a change of an account rests on beside the account itself. */
export interface AccountCircumstances {
  /** The account that asks. */
  readonly isOwn: boolean;
  /** No other account that can sign in administers. */
  readonly isLastAdministrator: boolean;
  /** Of those that it is to work in, the ones that are not there, or not any more. */
  readonly unknownDepartments?: readonly string[];
}

/** Roles, departments and name. Nobody widens their own rights, and somebody always administers. */
export function changeAccount({
  isOwn,
  isLastAdministrator,
  unknownDepartments = [],
}: AccountCircumstances): DecideAccount<ChangeUser> {
  return ({ name, roles, departments, reason }, account) => {
    if (account === undefined) return rejected('account-not-found');
    const changesRights = roles !== undefined || departments !== undefined;
    const before = rightsOfAccount(account);
    const after = { roles: roles ?? before.roles, departments: departments ?? before.departments };
    const unknown = unknownDepartments.find((one) => !before.departments.includes(one));
    if (unknown !== undefined) return rejected('unknown-department', { department: unknown });
    if (changesRights && isOwn && widens(before, after)) return rejected('own-rights-cannot-grow');
    if (changesRights && isLastAdministrator && !after.roles.includes('administrator')) return rejected('last-administrator');
    const { person } = account;
    const renamed =
      name === undefined || name === account.name ? [] : [{ type: 'AccountRenamed' as const, data: { person, name } }];
    const isSame = sameWords(before.roles, after.roles) && sameWords(before.departments, after.departments);
    const unrestricted = isSame && account.unrestricted;
    const changed =
      !changesRights || isSame ? [] : [{ type: 'AccountChanged' as const, data: { ...after, unrestricted, person, reason } }];
    return renamed.length + changed.length === 0 ? rejected('nothing-to-change') : [...renamed, ...changed];
  };
}

export function deactivateAccount({ isOwn, isLastAdministrator }: AccountCircumstances): DecideAccount<WithReason> {
  return ({ reason }, account) => {
    if (account === undefined) return rejected('account-not-found');
    if (account.deactivated) return rejected('already-deactivated');
    if (isOwn) return rejected('own-account');
    if (isLastAdministrator) return rejected('last-administrator');
    return [{ type: 'AccountDeactivated', data: { person: account.person, reason } }];
  };
}

export const reactivateAccount: DecideAccount<WithReason> = ({ reason }, account) => {
  if (account === undefined) return rejected('account-not-found');
  if (account.deactivated !== true) return rejected('not-deactivated');
  return [{ type: 'AccountReactivated', data: { person: account.person, reason } }];
};

/** Also ends its sessions: whoever knew the old password is out. */
export function setPassword(passwordHash: string): DecideAccount<unknown> {
  return (_body, account): readonly AccountEvent[] | Rejection =>
    account === undefined
      ? rejected('account-not-found')
      : [{ type: 'PasswordSet', data: { person: account.person, passwordHash } }];
}

function widens(before: Rights, after: Rights): boolean {
  const everywhere = before.departments.includes('*');
  return (
    after.roles.some((role) => !before.roles.includes(role)) ||
    after.departments.some((one) => !everywhere && !before.departments.includes(one))
  );
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word) => other.includes(word));
}
