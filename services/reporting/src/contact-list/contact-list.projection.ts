import { recordedContactFold, type RecordedContact } from '@ledgerline/domain';
import { idOf, isErased, type CollectionDefinition, type Projection, type Row } from '@ledgerline/kernel';

/** A recorded contact as lists show it: its fold, with its id and version. */
export interface ListedContact extends RecordedContact {
  readonly id: string;
  readonly version: number;
}

/** Calls that are owed come first, the longest waiting in front; then the others, the latest in front. */
export const contactListCollection: CollectionDefinition<ListedContact> = {
  name: 'contacts',
  version: 1,
  fields: {
    scope: 'string', rank: 'string', duty: 'string', outcome: 'string', direction: 'string', channel: 'string', customer: 'string',
    occurredAt: 'string',
  }, // prettier-ignore
  indexes: [
    ['scope', 'rank'],
    ['scope', 'duty', 'rank'],
    ['scope', 'outcome', 'rank'],
    ['scope', 'customer', 'rank'],
  ],
  rows: (contact) => [row(contact)],
  personal: ['from', 'to', 'callId', 'recording', 'customer'],
};

export const contactList: Projection<ListedContact> = {
  collection: contactListCollection,
  categories: ['contact'],
  ...(recordedContactFold.looksInside && { looksInside: recordedContactFold.looksInside }),
  // What a ticket is registered from is a contact too, and stands with its ticket.
  passesOver: ['ContactRegistered'],
  keys: ({ type, stream }) => (type === 'ContactRegistered' ? [] : [idOf(stream)]),
  apply: (listed, recorded) => {
    const contact = recordedContactFold.evolve(listed, recorded);
    return contact && { ...contact, id: idOf(recorded.stream), version: recorded.version };
  },
};

function row({ duty: owed, outcome, direction, channel, customer, occurredAt }: ListedContact): Row {
  const duty = owed ?? '';
  return {
    scope: 'contact', rank: rankOf(duty, occurredAt), duty, outcome, direction, channel, occurredAt,
    customer: customer === undefined || isErased(customer) ? '' : customer,
  }; // prettier-ignore
}

const [endOfTime, digits] = [10_000_000_000_000, 13];

function rankOf(duty: string, occurredAt: string): string {
  const { epochMilliseconds } = Temporal.Instant.from(occurredAt);
  const place = duty === 'owed' ? epochMilliseconds : endOfTime - 1 - epochMilliseconds;
  return `${duty === 'owed' ? 0 : 1}-${String(Math.max(0, place)).padStart(digits, '0')}`;
}
