import type { Equipment, MaintenancePlan } from '@ledgerline/domain';
import { rejected, type Rejection } from '@ledgerline/kernel';

/** A plan of the item that is followed. */
export function planNamed(number: number, { plans }: Equipment): MaintenancePlan | Rejection {
  if (plans.every(({ ended }) => ended)) return rejected('no-maintenance-planned');
  const found = plans.find(({ plan }) => plan === number);
  if (found === undefined) return rejected('no-such-plan', { plan: number });
  return found.ended ? rejected('plan-has-ended', { plan: number }) : found;
}
