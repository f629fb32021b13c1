import { hasIdentity, isCustomer, type CallerIdentity, type CustomerEvent, type MaybeCustomer } from '@ledgerline/domain';
import { isErased, rejected, type Decide } from '@ledgerline/kernel';

export interface KnownOfCaller {
  /** Key id for a customer that is new. */
  readonly person: string;
  readonly identities: readonly CallerIdentity[];
  readonly name?: string;
}

/** R1.8: a customer from the first contact on; later ones add what was not known. The name stays as it was first given. */
export function knowCustomer({ person, identities, name }: KnownOfCaller): Decide<unknown, MaybeCustomer, CustomerEvent> {
  return (_command, customer) => {
    const named = name === undefined ? {} : { name };
    if (identities.length === 0) return rejected('no-identity');
    if (customer === undefined) return [{ type: 'CustomerRegistered', data: { person, identities, ...named } }];
    if (!isCustomer(customer)) return rejected('identity-is-linked', { to: customer.linkedTo });
    const { identities: known } = customer;
    if (isErased(known)) return rejected('customer-erased');
    const more = identities.filter((identity) => !hasIdentity(known, identity));
    if (more.length === 0 && (name === undefined || customer.name !== undefined)) return rejected('customer-already-known');
    return [{ type: 'CustomerIdentified', data: { person: customer.person, identities: more, ...named } }];
  };
}

/** The stream of a further identity says whose it is, so that a contact under it alone is found with the customer. */
export function linkIdentity(to: string): Decide<unknown, MaybeCustomer, CustomerEvent> {
  return (_command, customer) =>
    customer === undefined ? [{ type: 'CustomerLinked', data: { to } }] : rejected('identity-is-taken');
}
