import { ownerOfDepartment } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { keepDueItems } from '../due-work/due-items.js';
import type { Audience } from '../ticker/audience.js';

/** Of a lead or an at-risk customer whose next step is late (`due-pursuits` of the outreach service). */
interface DuePursuit {
  readonly id: string;
  readonly version: number;
  readonly department: string;
  readonly owner: string;
  readonly dueBy: string;
  readonly repeat: number;
}

/** R9: its owner is told when the date of the next step has passed; each week after that, and at once where the owner has left, the department's managers too. */
export function remindOfPursuits(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  return keepDueItems<DuePursuit>(ledgerline, signal, {
    name: 'pursuits',
    service: 'outreach',
    query: 'due-pursuits',
    command: 'remind-of-pursuit',
    step: async ({ owner, department, dueBy, repeat }, addressees) => {
      const isOwners = repeat === 0 && typeof (await ownerOfDepartment(owner, department, ledgerline)) === 'string';
      const others: readonly Audience[] = isOwners ? [] : [{ role: 'manager', department }];
      const told = await addressees.of([{ account: owner }, ...others]);
      return { command: `overdue~${dueBy}~${repeat}`, body: { dueBy, repeat, told } };
    },
  });
}
