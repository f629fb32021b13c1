import { idOf, type ProcessManager } from '@ledgerline/kernel';

/**
 * An erasure that was ordered is carried out, and what was derived is cleared, whatever crashes in between. One that was ordered at another
 * installation is carried out on the copies that are here too; only its home puts that on record.
 */
export const finishErasure: ProcessManager = {
  name: 'finish-erasure',
  version: 1,
  everywhere: true,
  categories: ['person'],
  events: ['ErasureOrdered', 'PersonErased'],
  react: (_state, { type, stream }) => {
    const command = type === 'ErasureOrdered' ? 'carry-out-erasure' : 'purge-after-erasure';
    return [{ step: command, service: 'administration', command, target: idOf(stream), data: {} }];
  },
};
