import type { Rights } from './rights-of-account.js';
import { rightsOfAccount } from './rights-of-account.js';

/** Somebody stands in for an absent person (代理): from and until are RFC 3339, UTC; the account whose state holds it is the absent one's. */
export interface Substitution {
  /** Id of the command that named it. */
  readonly substitution: string;
  /** Account id. */
  readonly substitute: string;
  readonly from: string;
  readonly until: string;
}

interface Substituted extends Rights {
  readonly unrestricted: boolean;
  readonly deactivated?: boolean;
  readonly substitutions?: readonly Substitution[];
}

/** Powers that are a person's own: administering, and watching over those who do. No absence passes them on. */
const neverPassedOn: readonly string[] = ['administrator', 'auditor'];

/** What a substitute may do: what the absent person may today, but for what is nobody else's. */
export function rightsPassedOn(account: Rights & { readonly unrestricted: boolean }): Rights {
  const { roles, departments } = rightsOfAccount(account);
  return { roles: roles.filter((role) => !neverPassedOn.includes(role)), departments };
}

/** The substitution in force at an instant (RFC 3339, UTC, milliseconds); from its beginning on, and not at its end any more. */
export function substitutionInForce(account: Substituted | undefined, at: string): Substitution | undefined {
  if (account === undefined || account.deactivated === true) return undefined;
  return account.substitutions?.find(({ from, until }) => from <= at && at < until);
}

/** Whether somebody stands in for this account now. One step and no further: for whom the absent person stands in is not asked. */
export function standsInFor(account: Substituted | undefined, substitute: string, at: string): boolean {
  return substitutionInForce(account, at)?.substitute === substitute;
}

/** The first of an account's substitutions that has a moment in common with a time. */
export function substitutionWithin(
  account: Pick<Substituted, 'substitutions'> | undefined,
  { from, until }: Pick<Substitution, 'from' | 'until'>,
): Substitution | undefined {
  return account?.substitutions?.find((one) => one.from < until && from < one.until);
}

/** After one more was named; what is over by then is left to the history. */
export function withSubstitution(
  { substitutions = [] }: Pick<Substituted, 'substitutions'>,
  named: Substitution,
  at: string,
): readonly Substitution[] {
  return [...substitutions.filter(({ until }) => until > at), named];
}

/** An id of one outside of its account's stream. */
export function substitutionId(account: string, substitution: string): string {
  return `${account}-${substitution}`;
}

/** @returns undefined where it is no such id */
export function substitutionOfId(id: string): { readonly account: string; readonly substitution: string } | undefined {
  const [, account, substitution] = /^([0-9a-hjkmnp-tv-z]{26})-([a-z0-9-]{1,37})$/.exec(id) ?? [];
  return account === undefined || substitution === undefined ? undefined : { account, substitution };
}
