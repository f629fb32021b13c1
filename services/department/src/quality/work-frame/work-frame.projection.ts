import {
  centreCalendar,
  documentFold,
  eventsOfWork,
  lotOf,
  workAfter,
  type GovernedDocument,
  type TicketWork,
  type WorkDone,
} from '@ledgerline/domain';
import { idOf, streamName, type CollectionDefinition, type Projection, type Row } from '@ledgerline/kernel';

export type FramedTicket = TicketWork & { readonly id: string };

/**
 * What samples are drawn from: a row for each piece of work, with a lot of its own, so that the pieces of one agent in one month are a walk along an
 * index in an order that says nothing of them; those of a week are some of one or two of these walks, for an index more would cost every registration.
 * Rows are never changed: what is drawn once is drawn again.
 */
export const workFrameCollection: CollectionDefinition<FramedTicket> = {
  name: 'work-frame',
  version: 2,
  fields: {
    work: 'string', month: 'string', week: 'string', agent: 'string', lot: 'number', piece: 'number', at: 'string', knownAt: 'string', channel: 'string',
    kind: 'string', level: 'string', confidential: 'boolean',
  },
  indexes: [['work', 'month', 'agent', 'lot']],
  rows: ({ id, done, confidential }) => done.map((one) => rowOf(id, one, confidential)),
  personal: [],
}; // prettier-ignore

function rowOf(ticket: string, { work, piece, ...done }: WorkDone, confidential: boolean): Row {
  return { ...done, work, piece, confidential, lot: lotOf(`${ticket} ${piece} ${work}`) };
}

export const workFrame: Projection<FramedTicket, GovernedDocument> = {
  collection: workFrameCollection,
  categories: ['ticket'],
  events: eventsOfWork,
  looksInside: [],
  beside: {
    categories: ['document'],
    read: async (load) =>
      (await load(streamName('document', `calendar-${centreCalendar}`))).reduce<GovernedDocument>(documentFold.evolve, undefined),
  },
  keys: ({ stream }) => [idOf(stream)],
  apply: (before, recorded, calendar) => {
    const work = workAfter(before, recorded, calendar);
    return work === undefined || work === before ? before : { ...work, id: idOf(recorded.stream) };
  },
};
