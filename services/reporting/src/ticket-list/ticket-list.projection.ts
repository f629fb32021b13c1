import {
  awaitedOn,
  isActive,
  stillShown,
  isOpen,
  readerOf,
  ticketFold,
  type Caller,
  type Part,
  type Publication,
  type Ticket,
} from '@ledgerline/domain';
import { idOf, isErased, type CollectionDefinition, type Personal, type Projection, type Row } from '@ledgerline/kernel';

/** A ticket as lists and searches show it: its fold, with its id and version. */
export interface ListedTicket extends Ticket {
  readonly id: string;
  readonly version: number;
}

/**
 * One row for the ticket itself (`scope` ticket) and one for each part that a department holds (`scope` part), so that
 * a department's list is one walk along an index whatever else there is; and one for each thing that waits (`scope` awaited).
 */
export const ticketListCollection: CollectionDefinition<ListedTicket> = {
  name: 'tickets',
  version: 7,
  fields: {
    scope: 'string', open: 'boolean', status: 'string', department: 'string', part: 'string', handler: 'string', kind: 'string',
    level: 'string', item: 'string', event: 'string', customer: 'string', site: 'string', reader: 'string', awaits: 'string', number: 'string', registeredAt: 'string', updatedAt: 'string',
  }, // prettier-ignore
  indexes: [
    ['scope', 'registeredAt'],
    ['scope', 'open', 'registeredAt'],
    ['scope', 'status', 'registeredAt'],
    ['scope', 'department', 'open', 'registeredAt'],
    ['scope', 'department', 'registeredAt'],
    ['scope', 'handler', 'open', 'registeredAt'],
    ['scope', 'event', 'registeredAt'],
    ['scope', 'customer', 'registeredAt'],
    ['scope', 'awaits', 'registeredAt'],
    ['number'],
    ['scope', 'updatedAt'],
  ],
  none: { awaits: '', department: '', handler: '', event: '', customer: '', number: '' },
  rows: (ticket) => [
    row(ticket, 'ticket', undefined),
    ...ticket.parts.filter(stillShown).map((part) => row(ticket, 'part', part)),
    ...awaitedRows(ticket),
    ...publicationRow(ticket),
  ],
  text: textOfTicket,
  personal: ['subject', 'description', 'caller', 'location', 'aboutPerson', 'customer', 'result', 'publication'],
};

export const ticketList: Projection<ListedTicket> = {
  collection: ticketListCollection,
  categories: ['ticket'],
  ...(ticketFold.looksInside && { looksInside: ticketFold.looksInside }),
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const ticket = ticketFold.evolve(listed, recorded);
    return ticket && { ...ticket, id: idOf(recorded.stream), version: recorded.version };
  },
};

function row(ticket: ListedTicket, scope: 'ticket' | 'part', part: Part | undefined): Row {
  const { status, kind, level, item, site, number, registeredAt, updatedAt } = ticket;
  const reader = readerOf(ticket, part);
  const open = isOpen(ticket) && (part === undefined || isActive(part));
  const held = { department: part?.department ?? '', part: part?.part ?? '', handler: part?.handler ?? '' };
  const event = ticket.attachedTo ?? '';
  const customer = typeof ticket.customer === 'string' ? ticket.customer : '';
  return {
    scope,
    awaits: '',
    open,
    status,
    ...held,
    kind,
    level,
    item,
    event,
    customer,
    site,
    reader,
    number,
    registeredAt,
    updatedAt,
  };
}

/** What waits for somebody: under the department whose part it is about, whoever has to decide. */
function awaitedRows(ticket: ListedTicket): readonly Row[] {
  return awaitedOn(ticket).map(({ command, department = '' }) => {
    const part = ticket.parts.find((one) => one.department === department && isActive(one));
    return { ...row(ticket, 'ticket', part), scope: 'awaited', awaits: command, department };
  });
}

/** On the public pages, newest first: in place of the registration stands when it was published, and its public id. */
function publicationRow(ticket: ListedTicket): readonly Row[] {
  const { publication } = ticket;
  if (publication === undefined || isErased(publication) || isErased(publication.text)) return [];
  return [{ ...row(ticket, 'ticket', undefined), scope: 'publication', number: '', registeredAt: publicPlace(publication) }];
}

/** Orders publications and pages them; it holds nothing of the ticket. */
export function publicPlace({ at, id }: Publication): string {
  return `${at}_${id}`;
}

/** What a ticket is found by. Where some of it is not for the asker's eyes, the text of what they may see is asked again. */
export function textOfTicket({ number, subject, description, caller }: ListedTicket): string {
  return [number, subject, description, ...callerWords(caller)].filter(isText).join(' ');
}

function callerWords(caller: Personal<Caller>): readonly (string | undefined)[] {
  return isErased(caller) ? [] : [caller.name, caller.phone, caller.email];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
