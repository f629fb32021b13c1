import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  consentsOf,
  isDoNotCall,
  departmentsView,
  maskedProfile,
  phonesKept,
  seesCallers,
  type ConsentWord,
  type Profile,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { isErased } from '@ledgerline/kernel';
import { knownIdentities } from '../customer-list/customer-list.projection.js';
import { loadVisible, type TicketQuery } from '../visible-ticket/visible-ticket.js';
import { familyProfiles, keptOf, type FamilyProfiles } from './family-profiles.js';

/** What is kept of one of those who are seen as one customer; nothing is kept of everybody. */
export type ShownProfile = Omit<Profile, 'person' | 'made' | 'updatedAt'> & {
  /** Whose it is, and the version of what is kept. */
  readonly customer: string;
  readonly version: number;
  readonly updatedAt?: string;
};

/** What is kept of a customer: of everybody who was merged, and what they may be turned to for, all together. */
export interface CustomerProfiles {
  readonly id: string;
  readonly profiles: readonly ShownProfile[];
  readonly consents: readonly Pick<ConsentWord, 'purpose' | 'means' | 'given' | 'saidAt'>[];
  readonly doNotCall: boolean;
}

/** The same as far as a ticket's reader sees its caller: with numbers masked, or nothing. */
export type CallerProfiles = CustomerProfiles | { readonly profiles: readonly Pick<Profile, 'details' | 'entries'>[] };

/** `GET /customers/{id}/profile`: the survivor's first, each with whose it is; what they may be turned to for is told of all together. */
export async function customerProfile(
  { body, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<(CustomerProfiles & { readonly kind: 'profile' }) | Problem> {
  if (!seesCallers(principal.roles)) return problem('not-allowed');
  const found = await familyProfiles(body.id, ledgerline);
  return found === undefined ? problem('customer-not-found') : { kind: 'profile', ...shown(found) };
}

/**
 * `GET /tickets/{id}/caller-profile`: of the ticket's caller, for whoever sees the ticket, as far as they see the caller (R7.2): departments with numbers
 * masked, and of a report of wrongdoing nothing.
 */
export async function callerProfile(
  request: QueryRequest<TicketQuery>,
  ledgerline: Ledgerline,
): Promise<(CallerProfiles & { readonly kind: 'profile' }) | Problem> {
  const ticket = await loadVisible(request, 'ticket', ledgerline);
  if ('code' in ticket) return ticket;
  const { identity } = ticket;
  const { customer } = ticket.ticket;
  const isKnown = identity !== 'hidden' && typeof customer === 'string';
  const found = isKnown ? await familyProfiles(customer, ledgerline) : undefined;
  if (found === undefined) return { kind: 'profile', profiles: [] };
  if (seesCallers(request.principal.roles)) return { kind: 'profile', ...shown(found) };
  // A department to which the caller was revealed sees their numbers; what the call centre noted and was told is not revealed with them.
  const phones = phonesOf(found);
  const view = (profile: Profile) => (identity === 'plain' ? departmentsView(profile) : maskedProfile(profile, phones));
  return { kind: 'profile', profiles: keptOf(found).map(view) };
}

/** By which the caller may be named in any of the texts: those of whom they are merged with too. */
function phonesOf(found: FamilyProfiles): readonly string[] {
  const called = found.family.members.flatMap(({ customer }) => knownIdentities(customer));
  return [...called.flatMap(({ kind, value }) => (kind === 'phone' ? [value] : [])), ...keptOf(found).flatMap(phonesKept)];
}

function shown(found: FamilyProfiles): CustomerProfiles {
  const kept = keptOf(found).filter(({ consents }) => !isErased(consents));
  return {
    id: found.family.survivor.id,
    profiles: found.profiles.map(({ customer, version, profile }) => {
      const { person: _key, made: _count, ...rest } = profile ?? emptyShown;
      return { customer, version, ...rest };
    }),
    consents: [...consentsOf(kept).values()].map(({ purpose, means, given, saidAt }) => ({ purpose, means, given, saidAt })),
    doNotCall: isDoNotCall(kept),
  };
}

const emptyShown = { person: '', made: 0, details: {}, entries: [], consents: [] };
