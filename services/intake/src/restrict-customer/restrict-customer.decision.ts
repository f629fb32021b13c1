import type { LiftRestriction, RestrictCustomer } from '@ledgerline/contracts';
import { isRestricted, withImplied, type CustomerEvent, type MaybeCustomer } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import { existingCustomer } from '../existing-customer.js';

/** A restriction is for a time: nobody is kept out for more than a year by one decision. */
const longestDays = 366;

/** R1.8: a coordinator restricts a harassing caller; what an agent asks for is a proposal. */
export const restrictCustomer: Decide<RestrictCustomer, MaybeCustomer, CustomerEvent> = (
  { until, reason },
  state,
  { at, actor },
) => {
  const customer = existingCustomer(state);
  if ('rejection' in customer) return customer;
  const [now, end] = [Temporal.Instant.from(at), Temporal.Instant.from(until)];
  if (Temporal.Instant.compare(end, now) <= 0) return rejected('restriction-is-over', { until, now: at });
  if (Temporal.Instant.compare(end, now.add({ hours: 24 * longestDays })) > 0)
    return rejected('restriction-too-long', { days: longestDays });
  const data = { person: customer.person, until: end.toString({ fractionalSecondDigits: 3 }), reason };
  if (withImplied(actor.roles ?? []).has('coordinator')) return [{ type: 'CustomerRestricted', data }];
  if (isRestricted(customer, at)) return rejected('customer-already-restricted', { until: customer.restriction?.until });
  return [{ type: 'RestrictionProposed', data }];
};

/** Also the refusal of a proposal. */
export const liftRestriction: Decide<LiftRestriction, MaybeCustomer, CustomerEvent> = ({ reason }, state, { at }) => {
  const customer = existingCustomer(state);
  if ('rejection' in customer) return customer;
  if (!isRestricted(customer, at) && customer.proposedRestriction === undefined) return rejected('customer-not-restricted');
  return [{ type: 'RestrictionLifted', data: { person: customer.person, reason } }];
};
