import type { TicketEvents } from '@ledgerline/domain';
import { idOf, type ProcessManager } from '@ledgerline/kernel';

/** A survey that says dissatisfied asks for rework; whether any is left by itself the decision knows. */
export const reworkWhatDissatisfies: ProcessManager = {
  name: 'rework-dissatisfied',
  version: 1,
  categories: ['ticket'],
  events: ['SurveyRecorded'],
  concerns: ({ data }) => ((data as TicketEvents['SurveyRecorded']).dissatisfied?.length ?? 0) > 0,
  react: (_ticket, { stream }) => [
    { step: 'rework', service: 'routing', command: 'rework-dissatisfied', target: idOf(stream), data: {} },
  ],
};
