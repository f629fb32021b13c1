import { problem, type QueryRequest } from '@ledgerline/contracts';
import { familyOf, mayCommand, type Customer, type CustomerFamily, type ProfileDetails } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { isErased } from '@ledgerline/kernel';
import { customerListCollection, identityKey, knownIdentities } from '../customer-list/customer-list.projection.js';
import { matchesOf, nameAndOrganisation, profilesCollection } from './customer-profile.projection.js';
import { familyProfiles, type FamilyProfiles } from './family-profiles.js';

/** Candidates that are looked at, at most: a switchboard's number is everybody's of that house. */
const mostCandidates = 50;

/**
 * `GET /customers/{id}/alike`: who may be the same person, and why: the same number however it is written, the same address, the same name in the same organisation.
 * Shown to whoever may merge them. Those who are one already, or of whom somebody said that they are others, are not told again.
 */
export async function alikeCustomers({ body, principal }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  if (!mayCommand(principal.roles, 'merge-customer')) return problem('not-allowed');
  const own = await familyProfiles(body.id, ledgerline);
  if (own === undefined) return problem('customer-not-found');
  const found = new Map<string, Candidate>();
  for (const [id, why] of await candidates(keysOf(own), ledgerline)) {
    // Everybody who is asked for is found by their own keys, and candidates who are one by each of them: a family is read once.
    if (isOneOf(own.family, id)) continue;
    const before = [...found.values()].find(({ family }) => isOneOf(family, id));
    const family = before?.family ?? (await familyOf(id, ledgerline.commands));
    if (family === undefined || isSame(own.family, family) || saidToDiffer(own.family, family)) continue;
    found.set(family.survivor.id, { family, why: [...new Set([...(before?.why ?? []), ...why])].toSorted() });
  }
  return { kind: 'page' as const, items: [...found.values()].map(shownCandidate) };
}

/** Who may be the same person; `why`: what both have, as `phone` or `name-and-organisation`. */
export interface AlikeCustomer extends Pick<Customer, 'name' | 'identities' | 'knownSince'> {
  readonly id: string;
  readonly why: readonly string[];
}

interface Candidate {
  readonly family: CustomerFamily;
  readonly why: readonly string[];
}

function keysOf({ family, profiles }: FamilyProfiles): readonly string[] {
  const known = family.members.flatMap(({ customer }) => knownIdentities(customer).map(identityKey));
  const named = family.members.flatMap(({ id, customer: { name } }) => {
    const details = profiles.find(({ customer }) => customer === id)?.profile?.details;
    return nameAndOrganisation(withName(isErased(details) ? undefined : details, isErased(name) ? undefined : name));
  });
  return [...new Set([...known, ...named, ...profiles.flatMap(({ profile }) => (profile ? matchesOf(profile) : []))])];
}

/** Whom nobody has described is known by the name that they gave when they called. */
function withName(details: ProfileDetails | undefined, called: string | undefined): ProfileDetails | undefined {
  const name = details?.name ?? called;
  return details && name !== undefined ? { ...details, name } : details;
}

/** Ids by what they share; two looks into indexes. */
async function candidates(keys: readonly string[], ledgerline: Ledgerline): Promise<ReadonlyMap<string, readonly string[]>> {
  if (keys.length === 0) return new Map();
  const [customers, profiles] = [await ledgerline.live(customerListCollection), await ledgerline.live(profilesCollection)];
  const limit = mostCandidates;
  const known = await customers.find({ where: { scope: 'identity', identity: { in: keys } }, limit });
  const kept = await profiles.find({ where: { scope: 'match', match: { in: keys } }, limit });
  const found = new Map<string, string[]>();
  const note = (id: string, shared: unknown) =>
    found.set(id, [...(found.get(id) ?? []), String(shared).split(' ', 1)[0] as string]);
  for (const { id, row } of known.items) note(id, row['identity']);
  for (const { id, row } of kept.items) note(id, row['match']);
  return found;
}

/** Also while the survivor has not been told yet: a merge is known to the one who was merged first. */
function isSame(own: CustomerFamily, other: CustomerFamily): boolean {
  return own.survivor.id === other.survivor.id;
}

function isOneOf({ members }: CustomerFamily, id: string): boolean {
  return members.some((member) => member.id === id);
}

function saidToDiffer(one: CustomerFamily, other: CustomerFamily): boolean {
  const said = (from: CustomerFamily, to: CustomerFamily) =>
    from.members.some(({ customer }) => customer.unlike?.some((id) => isOneOf(to, id)) === true);
  return said(one, other) || said(other, one);
}

function shownCandidate({ family: { survivor }, why }: Candidate): AlikeCustomer {
  const { id, customer } = survivor;
  const named = customer.name === undefined ? {} : { name: customer.name };
  return { id, ...named, identities: customer.identities, knownSince: customer.knownSince, why };
}
