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
    step: async ({ responsible, plan, dueOn, daysLeft }, addressees) => {
      const told = await addressees.of([{ account: responsible }]);
      return { command: `remind~${plan}~${dueOn}~${daysLeft}`, body: { plan, dueOn, daysLeft, told } };
    },
  });
}
