import type { CustomerView, IdentityView } from '../api/people-views.ts';

/** By what a customer is known; nothing where it was erased. */
export function identitiesOf({ identities }: Pick<CustomerView, 'identities'>): readonly IdentityView[] {
  return Array.isArray(identities) ? (identities as readonly IdentityView[]) : [];
}
