import { idOf, type ProcessManager } from '@ledgerline/kernel';

/** An erasure that was ordered is carried out, and what was derived is cleared, whatever crashes in between. */
export const finishErasure: ProcessManager = {
  name: 'finish-erasure',
  version: 1,
  categories: ['person'],
  events: ['ErasureOrdered', 'PersonErased'],
  react: (_state, { type, stream }) => {
    const command = type === 'ErasureOrdered' ? 'carry-out-erasure' : 'purge-after-erasure';
    return [{ step: command, service: 'administration', command, target: idOf(stream), data: {} }];
  },
};
