import { contactFold, type Contact } from '@ledgerline/domain';
import type { ProcessManager } from '@ledgerline/kernel';

/** A contact whose ticket a crash cut off gets it; where the ticket is there already the command changes nothing. */
export const finishRegistration: ProcessManager<Contact> = {
  name: 'finish-registration',
  version: 1,
  categories: ['contact'],
  events: ['ContactRegistered'],
  fold: contactFold,
  react: (_contact, { stream }) => [
    { step: 'ticket', service: 'intake', command: 'open-ticket', target: stream.slice(stream.indexOf('.') + 1), data: {} },
  ],
};
