import { idOf, type ProcessManager } from '@ledgerline/kernel';

/** A contact whose ticket a crash cut off gets it; where the ticket is there already the command changes nothing. */
export const finishRegistration: ProcessManager = {
  name: 'finish-registration',
  version: 1,
  categories: ['contact'],
  events: ['ContactRegistered'],
  react: (_contact, { stream }) => [
    { step: 'ticket', service: 'intake', command: 'open-ticket', target: idOf(stream), data: {} },
  ],
};
