import { isCustomer, type Customer, type MaybeCustomer } from '@ledgerline/domain';
import { rejected, type Rejection } from '@ledgerline/kernel';

export function existingCustomer(state: MaybeCustomer): Customer | Rejection {
  if (state === undefined) return rejected('customer-not-found');
  return isCustomer(state) ? state : rejected('identity-is-linked', { to: state.linkedTo });
}
