import { withImplied } from '../authority/roles.js';

/** To whom: whoever is meant by one of these. Codes, wire names of roles, ids of accounts. */
export interface AnnouncementAudience {
  readonly everybody?: true;
  readonly sites?: readonly string[];
  readonly departments?: readonly string[];
  readonly roles?: readonly string[];
  readonly accounts?: readonly string[];
}

/** An account as the audience looks at it. */
export interface AddressedAccount {
  readonly id: string;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
}

/** Accounts of one announcement at most: their ids are one event's, and what is published and delivered at once is one commit. */
export const mostAddressed = 12_000;

/** Nobody is named: an announcement to nobody is none. */
export function isToNobody({ everybody, ...named }: AnnouncementAudience): boolean {
  return everybody !== true && Object.values(named).every((some) => some.length === 0);
}

/** @param siteOf site of a department, by code */
export function isAddressed(
  { everybody, sites = [], departments = [], roles = [], accounts = [] }: AnnouncementAudience,
  account: AddressedAccount,
  siteOf: (department: string) => string | undefined,
): boolean {
  if (everybody === true || accounts.includes(account.id)) return true;
  const held = withImplied(account.roles);
  if (roles.some((role) => held.has(role))) return true;
  return account.departments.some((one) => departments.includes(one) || sites.includes(siteOf(one) ?? ''));
}
