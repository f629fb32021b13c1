import type { CustomerEvent } from '@ledgerline/domain';
import { idOf, type ProcessManager, type Reaction, type Recorded } from '@ledgerline/kernel';

/** Whoever survives a merge knows who was merged into them, in the order in which it was done and undone. */
export const keepMerges: ProcessManager = {
  name: 'keep-merges',
  version: 1,
  categories: ['customer'],
  events: ['CustomerMerged', 'CustomerUnmerged', 'MergedCustomerRefused'],
  react: (_customer, recorded) => reactionTo(recorded as unknown as CustomerEvent & Recorded),
};

function reactionTo(event: CustomerEvent & Recorded): readonly Reaction[] {
  const self = idOf(event.stream);
  switch (event.type) {
    case 'CustomerMerged':
      return [tell(event.data.into, 'note-merge', { customer: self, merge: event.version })];
    case 'CustomerUnmerged':
      return [tell(event.data.from, 'release-merge', { customer: self, merge: event.data.merge })];
    case 'MergedCustomerRefused': {
      const { customer, merge, why } = event.data;
      return [tell(customer, 'undo-merge', { from: self, merge, why })];
    }
    default:
      return [];
  }
}

function tell(target: string, command: string, data: unknown): Reaction {
  return { step: command, service: 'intake', command, target, data };
}
