import type { CustomerEvent, CustomerEvents, MaybeCustomer } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import { existingCustomer } from '../existing-customer.js';

/**
 * The second of the two commands of a merge (rule 4): what the surviving customer learns. One who was merged meanwhile survives nobody: it says so, and the
 * first is undone. Whoever notes a merge was nobody's at that moment, so that merges given at the same time never close a circle (ADR 0038).
 */
type OtherMerged = CustomerEvents['MergedCustomerNoted'];

export const noteMerge: Decide<OtherMerged, MaybeCustomer, CustomerEvent> = ({ customer: other, merge }, state) => {
  const customer = existingCustomer(state);
  if ('rejection' in customer) return customer;
  if (customer.merged?.some((one) => one.customer === other)) return rejected('merge-already-noted');
  if (customer.mergedInto === undefined) return [{ type: 'MergedCustomerNoted', data: { customer: other, merge } }];
  return [{ type: 'MergedCustomerRefused', data: { customer: other, merge, why: 'customer-is-merged' } }];
};

/** This merge, and no later one of the same two. */
export const releaseMerge: Decide<OtherMerged, MaybeCustomer, CustomerEvent> = ({ customer: other, merge }, state) => {
  const customer = existingCustomer(state);
  if ('rejection' in customer) return customer;
  const isNoted = customer.merged?.some((one) => one.customer === other && one.merge === merge) === true;
  return isNoted ? [{ type: 'MergedCustomerReleased', data: { customer: other, merge } }] : rejected('merge-not-noted');
};

export const undoMerge: Decide<CustomerEvents['MergeUndone'], MaybeCustomer, CustomerEvent> = ({ from, merge, why }, state) => {
  const customer = existingCustomer(state);
  if ('rejection' in customer) return customer;
  if (customer.mergedInto?.merge !== merge) return rejected('customer-not-merged');
  return [{ type: 'MergeUndone', data: { from, merge, why } }];
};
