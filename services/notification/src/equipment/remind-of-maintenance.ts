import type { Ledgerline } from '@ledgerline/host';
import { keepDueItems } from '../due-work/due-items.js';

/** Maintenance of which somebody has to be told (`due-maintenance` of administration). */
interface DueMaintenance {
  readonly id: string;
  readonly version: number;
  readonly responsible: string;
  readonly plan: number;
  readonly dueOn: string;
  readonly daysLeft: number;
}

/** R12: whoever sees to an item is told before its maintenance is due, on the day, and each week from then on; administrators once it is overdue. */
export function remindOfMaintenance(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  return keepDueItems<DueMaintenance>(ledgerline, signal, {
    name: 'equipment',
    service: 'administration',
    query: 'due-maintenance',
    command: 'remind-of-maintenance',
    step: async ({ version, responsible, plan, dueOn, daysLeft }, addressees) => {
      const told = await addressees.of([{ account: responsible }]);
      // A plan that is revised there and back comes to the same day again: that reminder is another.
      return { command: `remind~${plan}~${dueOn}~${daysLeft}~${version}`, body: { plan, dueOn, daysLeft, told } };
    },
  });
}
