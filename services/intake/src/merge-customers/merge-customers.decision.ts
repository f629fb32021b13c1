import type { DismissLikeness, MergeCustomer, UnmergeCustomer } from '@ledgerline/contracts';
import { mostInFamily, type CustomerEvent, type CustomerFamily, type MaybeCustomer } from '@ledgerline/domain';
import { isErased, rejected, type Decide } from '@ledgerline/kernel';
import { existingCustomer } from '../existing-customer.js';

type OnCustomer<Body> = Decide<Body, MaybeCustomer, CustomerEvent>;

/** Those who are seen with the customer that the command is for, and with the one whom it names, as they stand. */
export interface Families {
  readonly own: CustomerFamily | undefined;
  readonly other: CustomerFamily | undefined;
}

/**
 * R10: this customer is seen as the other from now on. Whoever is merged already has one who survives; whoever is named is taken as that one's survivor, so
 * that no way leads in a circle. Nothing is moved: each keeps what is known of them, so that it can be undone.
 */
export function mergeCustomer({ own, other }: Families): OnCustomer<MergeCustomer> {
  return ({ into, reason }, state) => {
    const customer = existingCustomer(state);
    if ('rejection' in customer) return customer;
    if (customer.mergedInto !== undefined) return rejected('customer-is-merged', { into: customer.mergedInto.into });
    if (other === undefined || own === undefined) return rejected('unknown-customer', { customer: into });
    if (other.survivor.id === own.survivor.id) return rejected('same-customer');
    if (isErased(customer.identities) || isErased(other.survivor.customer.identities)) return rejected('customer-erased');
    if (own.members.length + other.members.length > mostInFamily) return rejected('too-many-merged', { most: mostInFamily });
    return [{ type: 'CustomerMerged', data: { person: customer.person, into: other.survivor.id, reason } }];
  };
}

/** Exactly this merge is taken back; who was merged into this customer stays with them. */
export const unmergeCustomer: OnCustomer<UnmergeCustomer> = ({ reason }, state) => {
  const customer = existingCustomer(state);
  if ('rejection' in customer) return customer;
  const { person, mergedInto } = customer;
  if (mergedInto === undefined) return rejected('customer-not-merged');
  return [{ type: 'CustomerUnmerged', data: { person, from: mergedInto.into, merge: mergedInto.merge, reason } }];
};

/** It is not suggested again that the two are the same; merging them stays possible. */
export function dismissLikeness({ own, other }: Families): OnCustomer<DismissLikeness> {
  return ({ other: named, reason }, state) => {
    const customer = existingCustomer(state);
    if ('rejection' in customer) return customer;
    if (other === undefined || own === undefined) return rejected('unknown-customer', { customer: named });
    if (other.survivor.id === own.survivor.id) return rejected('same-customer');
    if (customer.unlike?.includes(named)) return rejected('likeness-already-dismissed');
    return [{ type: 'LikenessDismissed', data: { person: customer.person, other: named, reason } }];
  };
}
