import type { ContactEvents } from '@ledgerline/domain';
import { idOf, type ProcessManager } from '@ledgerline/kernel';

/** The call learns what its contact's record says of it: two streams, two commands. */
export const followRecordedCalls: ProcessManager = {
  name: 'follow-recorded-calls',
  version: 1,
  categories: ['contact'],
  events: ['ContactRecorded'],
  concerns: ({ data }) => (data as ContactEvents['ContactRecorded']).call !== undefined,
  react: (_contact, { data, stream }) => [
    {
      step: 'call',
      service: 'intake',
      command: 'take-recorded-call',
      target: idOf(stream),
      data: (data as ContactEvents['ContactRecorded']).call,
    },
  ],
};
