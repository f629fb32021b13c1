import type { PersonEvents } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** An erasure that waits for a second person, or did until it expired. */
export interface ListedRequest extends Omit<PersonEvents['ErasureRequested'], 'hand'> {
  /** Id of the person's key. */
  readonly id: string;
  readonly requestedAt: string;
  readonly requestedBy: string;
}

export const erasureRequestsCollection: CollectionDefinition<ListedRequest> = {
  name: 'erasure-requests',
  version: 1,
  fields: { kind: 'string', expiresAt: 'string' },
  indexes: [['kind', 'expiresAt']],
  rows: ({ expiresAt }) => [{ kind: 'request', expiresAt }],
  personal: [],
};

export const erasureRequests: Projection<ListedRequest> = {
  collection: erasureRequestsCollection,
  categories: ['person'],
  looksInside: [],
  events: ['ErasureRequested', 'ErasureRefused', 'ErasureOrdered'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (_before, { type, stream, data, meta }) => {
    if (type !== 'ErasureRequested') return undefined;
    const { hand: _hand, ...told } = data as PersonEvents['ErasureRequested'];
    return { id: idOf(stream), ...told, requestedAt: meta.at, requestedBy: meta.actor.id };
  },
};
