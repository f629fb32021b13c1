import { streamName, type CommandHandling } from '@ledgerline/kernel';
import { customerFold, isCustomer, isRestricted, type Customer } from './customer.js';

/** Customers that are seen as one, at most: what one look has to read. */
export const mostInFamily = 50;

export interface FamilyMember {
  readonly id: string;
  readonly version: number;
  readonly customer: Customer;
}

/** A customer with everybody who was merged into them (R10): the surviving one first. */
export interface CustomerFamily {
  readonly survivor: FamilyMember;
  readonly members: readonly FamilyMember[];
}

type Log = Pick<CommandHandling, 'current'>;

/**
 * By the id of any member, or of an identity that belongs to one. Read from the streams, so it is never behind; for the moment in which the surviving
 * customer has not been told of a merge yet, whoever was asked for is there all the same.
 *
 * @returns undefined where there is no such customer
 */
export async function familyOf(id: string, log: Log): Promise<CustomerFamily | undefined> {
  const way = (await wayUp(id, log)).toReversed();
  const [survivor] = way;
  if (survivor === undefined) return undefined;
  const members = new Map<string, FamilyMember>();
  for (let found: readonly FamilyMember[] = way; found.length > 0; found = await mergedInto(found, members, log))
    for (const member of found) members.set(member.id, member);
  return { survivor, members: [...members.values()] };
}

/**
 * Those who were merged into any of these, but for members who are known: each stream is read once. Whoever was unmerged says so first; the survivor is told
 * of it later, and has them no more all the same.
 */
async function mergedInto(
  members: readonly FamilyMember[],
  known: ReadonlyMap<string, FamilyMember>,
  log: Log,
): Promise<readonly FamilyMember[]> {
  const ids = members.flatMap(({ customer: { merged = [] } }) => merged.map(({ customer }) => customer));
  const found = await Promise.all(ids.filter((id) => !known.has(id)).map((id) => memberOf(id, log)));
  return found.filter(
    (member) => member?.customer.mergedInto !== undefined && known.has(member.customer.mergedInto.into),
  ) as FamilyMember[];
}

/** From a customer to the one who survives. Two who were merged into each other at the same moment end where the way would begin anew. */
async function wayUp(id: string, log: Log): Promise<readonly FamilyMember[]> {
  const way = new Map<string, FamilyMember>();
  for (let next: string | undefined = id; next !== undefined && !way.has(next);) {
    const member = await memberOf(next, log);
    if (member === undefined) break;
    way.set(member.id, member);
    next = member.customer.mergedInto?.into;
  }
  return [...way.values()];
}

/** Of an identity that belongs to another customer, that one. */
async function memberOf(id: string, log: Log): Promise<FamilyMember | undefined> {
  const { state, version } = await log.current(streamName('customer', id), customerFold);
  if (state === undefined) return undefined;
  return isCustomer(state) ? { id, version, customer: state } : memberOf(state.linkedTo, log);
}

/** R1.8: who is restricted under one number is restricted; a merge ends no restriction. */
export function isFamilyRestricted({ members }: CustomerFamily, at: string): boolean {
  return members.some(({ customer }) => isRestricted(customer, at));
}
