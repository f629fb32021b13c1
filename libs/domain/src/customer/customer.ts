import { noRuleFor, isErased, type Fold, type Personal } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import type { CallerIdentity, CustomerEvent } from './customer-events.js';

export interface Restriction {
  readonly until: string;
  readonly reason: Personal<string>;
  /** Id of who asked for it, or approved it. */
  readonly by: string;
}

/** Into whom a customer was merged. `merge`: version of the event that did it. */
export interface Merge {
  readonly into: string;
  readonly merge: number;
  readonly at: string;
  /** Who did it, by the account whose rights they used. */
  readonly by: string;
}

/** A customer who was merged into this one, by the version `merge` of their stream. */
export interface MergedCustomer {
  readonly customer: string;
  readonly merge: number;
}

export interface Customer {
  /** Id of the key that seals what is known of them. */
  readonly person: string;
  readonly identities: Personal<readonly CallerIdentity[]>;
  readonly name?: Personal<string>;
  readonly knownSince: string;
  readonly proposedRestriction?: Restriction;
  readonly restriction?: Restriction;
  readonly mergedInto?: Merge;
  /** Beside it, because it is personal: the merge outlives an erasure. */
  readonly mergeReason?: Personal<string>;
  /** Those merged into this one, not those merged into them. */
  readonly merged?: readonly MergedCustomer[];
  /** Customers who look alike and are others. */
  readonly unlike?: readonly string[];
}

/** An identity's stream that belongs to another customer. */
export interface LinkedIdentity {
  readonly linkedTo: string;
}

export type MaybeCustomer = Customer | LinkedIdentity | undefined;

export const customerFold: Fold<MaybeCustomer> = {
  initial: undefined,
  evolve(customer, recorded) {
    const event = recorded as unknown as CustomerEvent;
    const { at, actor } = recorded.meta;
    switch (event.type) {
      case 'CustomerRegistered':
        return { ...event.data, knownSince: at };
      case 'CustomerIdentified':
        return known(customer, (before) => identified(before, event.data));
      case 'CustomerLinked':
        return { linkedTo: event.data.to };
      case 'RestrictionProposed': {
        const { until, reason } = event.data;
        return known(customer, (before) => ({ ...before, proposedRestriction: { until, reason, by: actor.id } }));
      }
      case 'CustomerRestricted': {
        const { until, reason } = event.data;
        return known(customer, ({ proposedRestriction: _decided, ...before }) => ({
          ...before,
          restriction: { until, reason, by: actor.id },
        }));
      }
      case 'RestrictionLifted':
        return known(customer, ({ restriction: _over, proposedRestriction: _asked, ...before }) => before);
      case 'CustomerMerged': {
        const { into, reason } = event.data;
        const mergedInto = { into, merge: recorded.version, at, by: powerOf(recorded.meta) };
        return known(customer, (before) => ({ ...before, mergedInto, mergeReason: reason }));
      }
      case 'CustomerUnmerged':
      case 'MergeUndone':
        return known(customer, ({ mergedInto: _over, mergeReason: _why, ...before }) => before);
      case 'MergedCustomerNoted':
        return known(customer, (before) => ({ ...before, merged: [...(before.merged ?? []), event.data] }));
      case 'MergedCustomerReleased':
        return known(customer, (before) => without(before, event.data.customer));
      case 'MergedCustomerRefused':
        return customer;
      case 'LikenessDismissed':
        return known(customer, (before) => ({ ...before, unlike: [...(before.unlike ?? []), event.data.other] }));
      default:
        return noRuleFor(event);
    }
  },
};

export function isCustomer(customer: MaybeCustomer): customer is Customer {
  return customer !== undefined && !('linkedTo' in customer);
}

/** R1.8: for a time; nobody has to end it. */
export function isRestricted({ restriction }: Customer, at: string): boolean {
  return restriction !== undefined && restriction.until > at;
}

export function hasIdentity(identities: readonly CallerIdentity[], { kind, value }: CallerIdentity): boolean {
  return identities.some((one) => one.kind === kind && one.value === value);
}

function identified(before: Customer, more: Pick<Customer, 'identities' | 'name'>): Customer {
  if (isErased(before.identities) || isErased(more.identities)) return before;
  const name = before.name ?? more.name;
  const identities = [...before.identities, ...more.identities];
  return { ...before, identities, ...(name === undefined ? {} : { name }) };
}

/** As it was before the other was merged into it, to the last member: nothing tells that there was a merge. */
function without({ merged = [], ...before }: Customer, other: string): Customer {
  const others = merged.filter(({ customer }) => customer !== other);
  return others.length === 0 ? before : { ...before, merged: others };
}

function known(customer: MaybeCustomer, change: (customer: Customer) => Customer): MaybeCustomer {
  return isCustomer(customer) ? change(customer) : customer;
}
