import type { ContactEvents } from '@ledgerline/domain';
import { idOf, streamName, type ProcessManager } from '@ledgerline/kernel';
import { openingOf } from './opening.js';

/** A contact whose ticket a crash cut off gets it; where the ticket is there already the command changes nothing. */
export const finishRegistration: ProcessManager = {
  name: 'finish-registration',
  version: 1,
  categories: ['contact'],
  events: ['ContactRegistered'],
  // Mostly the caller's own request has opened it, or is about to.
  isDone: async ({ stream, data }, memory) => {
    const { ticket } = data as ContactEvents['ContactRegistered'];
    return (await memory.answered(streamName('ticket', ticket), openingOf(idOf(stream)))) !== undefined;
  },
  react: (_contact, { stream }) => [
    { step: 'ticket', service: 'intake', command: 'open-ticket', target: idOf(stream), data: {} },
  ],
};
