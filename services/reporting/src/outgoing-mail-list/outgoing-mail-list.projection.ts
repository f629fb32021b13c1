import { outgoingMailFold, type ExistingOutgoingMail } from '@ledgerline/domain';
import { idOf, isErased, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export type ListedOutgoingMail = Omit<ExistingOutgoingMail, 'subject' | 'text' | 'messageId' | 'answers'> & {
  readonly id: string;
};

/** Of a ticket the first ones in front; `due` until each is at its end; by address only what is counted. None of their words. */
export const outgoingMailCollection: CollectionDefinition<ListedOutgoingMail> = {
  name: 'outgoing-mails',
  version: 1,
  fields: { ticket: 'string', askedAt: 'string', due: 'string', dueAt: 'string', to: 'string', purpose: 'string' },
  indexes: [
    ['ticket', 'askedAt'],
    ['due', 'dueAt'],
    ['to', 'purpose', 'askedAt'],
  ],
  rows: ({ ticket, askedAt, dueAt, to, purpose }) => [
    {
      ticket,
      askedAt,
      due: dueAt === undefined ? '' : 'due',
      dueAt: dueAt ?? '',
      to: isErased(to) ? '' : to.toLowerCase(),
      purpose,
    },
  ],
  personal: ['to', 'said'],
};

export const outgoingMailList: Projection<ListedOutgoingMail> = {
  collection: outgoingMailCollection,
  categories: ['outgoing-mail'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const mail = outgoingMailFold.evolve(listed as ExistingOutgoingMail | undefined, recorded);
    if (mail === undefined) return undefined;
    const { subject: _subject, text: _text, messageId: _id, answers: _answers, ...shown } = mail;
    return { ...shown, id: idOf(recorded.stream) };
  },
};
