import { mailFold, type ExistingMail } from '@ledgerline/domain';
import { idOf, isErased, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export type ListedMail = ExistingMail & { readonly id: string; readonly version: number };

/** Those that came last in front. By ticket and customer they are found for an erasure alone. */
export const mailListCollection: CollectionDefinition<ListedMail> = {
  name: 'mails',
  version: 1,
  fields: { scope: 'string', state: 'string', mailbox: 'string', ticket: 'string', customer: 'string', recordedAt: 'string' },
  indexes: [
    ['scope', 'recordedAt'],
    ['scope', 'state', 'recordedAt'],
    ['scope', 'mailbox', 'state', 'recordedAt'],
    ['scope', 'ticket', 'recordedAt'],
    ['scope', 'customer', 'recordedAt'],
  ],
  rows: ({ state, mailbox, ticket = '', customer = '', recordedAt }) => [
    { scope: 'mail', state, mailbox, ticket, customer: isErased(customer) ? '' : customer, recordedAt },
  ],
  personal: ['messageId', 'customer', 'reason'],
};

export const mailList: Projection<ListedMail> = {
  collection: mailListCollection,
  categories: ['mail'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const mail = mailFold.evolve(listed, recorded);
    return mail && { ...mail, id: idOf(recorded.stream), version: recorded.version };
  },
};
