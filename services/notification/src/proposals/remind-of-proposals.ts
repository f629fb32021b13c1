import type { Ledgerline } from '@ledgerline/host';
import { keepDueItems } from '../due-work/due-items.js';
import type { Audience } from '../ticker/audience.js';

/** Of a proposal whose date has passed (`due-proposals` of the department service). */
interface DueProposal {
  readonly id: string;
  readonly version: number;
  readonly department: string;
  readonly owner?: string;
  readonly dueBy: string;
  readonly repeat: number;
}

/** R11: who said that it would be done by a date is told when that has passed, and again each week. */
export function remindOfProposals(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  return keepDueItems<DueProposal>(ledgerline, signal, {
    name: 'proposals',
    service: 'department',
    query: 'due-proposals',
    command: 'remind-of-proposal',
    step: async (proposal, addressees) => {
      const { dueBy, repeat } = proposal;
      const told = await addressees.of(audienceOf(proposal));
      return { command: `overdue~${dueBy}~${repeat}`, body: { dueBy, repeat, told } };
    },
  });
}

/** Its owner, else the department's managers; from the second time on they too, and the coordinators. */
function audienceOf({ department, owner, repeat }: DueProposal): readonly Audience[] {
  const managers: Audience = { role: 'manager', department };
  const worker = owner === undefined ? managers : { account: owner };
  return repeat === 0 ? [worker] : [worker, managers, { role: 'coordinator' }];
}
