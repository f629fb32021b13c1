import type { Ledgerline } from '@ledgerline/host';
import { keepDueItems } from '../due-work/due-items.js';

/** What is due of a probation (`due-probations` of administration). */
interface DueProbation {
  readonly id: string;
  readonly version: number;
  readonly department: string;
  readonly step: 'remind' | 'make-regular';
  readonly lastDay: string;
  readonly days?: number;
}

/** R13.1: personnel and the department's managers are reminded before the last day; when it has passed the employee is regular, and they are told. */
export function keepProbations(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  return keepDueItems<DueProbation>(ledgerline, signal, {
    name: 'probations',
    service: 'administration',
    query: 'due-probations',
    command: 'keep-probation',
    step: async ({ department, step, lastDay, days }, addressees) => {
      const told = await addressees.of([{ role: 'personnel' }, { role: 'manager', department }]);
      return {
        command: `${step}~${lastDay}~${days ?? 0}`,
        body: { step, lastDay, told, ...(days === undefined ? {} : { days }) },
      };
    },
  });
}
