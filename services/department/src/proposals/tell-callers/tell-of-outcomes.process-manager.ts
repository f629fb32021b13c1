import type { ProposalEvent } from '@ledgerline/domain';
import { idOf, type ProcessManager } from '@ledgerline/kernel';

/** What a caller was told stands on their ticket, word by word (R7.1), and on the page on which they follow it. */
export const tellOfOutcomes: ProcessManager = {
  name: 'tell-of-outcomes',
  version: 1,
  categories: ['proposal'],
  events: ['CallerToldOfOutcome'],
  looksInside: ['CallerToldOfOutcome'],
  react(_proposal, recorded) {
    const event = recorded as unknown as ProposalEvent;
    // Erased meanwhile: there is nothing to say any more, and nobody to say it to.
    if (event.type !== 'CallerToldOfOutcome' || typeof event.data.text !== 'string') return [];
    const { ticket, outcome, channel, text } = event.data;
    const data = { proposal: idOf(recorded.stream), outcome, channel, text };
    return [{ step: 'note', service: 'notification', command: 'note-outcome', target: ticket, data }];
  },
};
