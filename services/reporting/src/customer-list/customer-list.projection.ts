import { customerFold, isCustomer, type CallerIdentity, type Customer, type MaybeCustomer } from '@ledgerline/domain';
import { idOf, isErased, type CollectionDefinition, type Projection, type Row } from '@ledgerline/kernel';

/** A customer as lists and searches show it; of an identity that belongs to another only whose it is. */
export type ListedCustomer = (Customer | { readonly linkedTo: string }) & { readonly id: string; readonly version: number };

/** One row a customer (`merged`: seen as another) and one an identity: searched by number or address it is one look into an index. */
export const customerListCollection: CollectionDefinition<ListedCustomer> = {
  name: 'customers',
  version: 2,
  fields: { scope: 'string', identity: 'string', restrictedUntil: 'string', knownSince: 'string' },
  indexes: [
    ['scope', 'knownSince'],
    ['scope', 'identity'],
    ['scope', 'restrictedUntil'],
  ],
  rows: (customer) => (isCustomer(customer) ? [ownRow(customer), ...knownIdentities(customer).map(identityRow)] : []),
  text: (customer) =>
    isCustomer(customer)
      ? [customer.name, ...knownIdentities(customer).map(({ value }) => value)].filter((one) => typeof one === 'string').join(' ')
      : '',
  personal: ['identities', 'name', 'proposedRestriction', 'restriction', 'mergeReason'],
};

export const customerList: Projection<ListedCustomer> = {
  collection: customerListCollection,
  categories: ['customer'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const customer = customerFold.evolve(listed as MaybeCustomer, recorded);
    return customer && ({ ...customer, id: idOf(recorded.stream), version: recorded.version } as ListedCustomer);
  },
};

export function knownIdentities({ identities }: Customer): readonly CallerIdentity[] {
  return isErased(identities) ? [] : identities;
}

export function identityKey({ kind, value }: CallerIdentity): string {
  return `${kind} ${value}`;
}

function ownRow({ restriction, knownSince, mergedInto }: Customer): Row {
  return {
    scope: mergedInto === undefined ? 'customer' : 'merged',
    identity: '',
    restrictedUntil: restriction?.until ?? '',
    knownSince,
  };
}

function identityRow(identity: CallerIdentity): Row {
  return { scope: 'identity', identity: identityKey(identity), restrictedUntil: '', knownSince: '' };
}
