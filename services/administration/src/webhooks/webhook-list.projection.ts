import { webhookFold, type ExistingWebhook } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** Its dead letters are read from its stream: a list needs their number. */
export type ListedWebhook = ExistingWebhook & { readonly id: string };

export const webhooksCollection: CollectionDefinition<ListedWebhook> = {
  name: 'webhooks',
  version: 1,
  fields: { kind: 'string', state: 'string', name: 'string' },
  indexes: [
    ['kind', 'name'],
    ['kind', 'state', 'name'],
  ],
  rows: ({ name, state }) => (state === 'removed' ? [] : [{ kind: 'webhook', state, name }]),
  personal: [],
};

export const webhookList: Projection<ListedWebhook> = {
  collection: webhooksCollection,
  categories: ['webhook'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const webhook = webhookFold.evolve(listed, recorded);
    return webhook && { ...webhook, id: idOf(recorded.stream) };
  },
};
