import type { RecordedEvent } from '@ledgerline/kernel';
import { ticketFold } from '../ticket/evolve-ticket.js';
import { partOf, type MaybeTicket, type Part, type Ticket } from '../ticket/ticket.js';
import { Histories, type OcelValue } from './histories.js';
import { isStep, stepsOf, type MinedLog, type Step } from './steps.js';

/** A relation of OCEL 2.0: to which object, and as what. */
export interface OcelRelation {
  readonly objectId: string;
  readonly qualifier: string;
}
export interface OcelEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly relationships: readonly OcelRelation[];
}
export interface OcelObject {
  readonly id: string;
  readonly type: OcelObjectType;
  readonly attributes: readonly OcelValue[];
  readonly relationships: readonly OcelRelation[];
}

/** Types of objects, with their attributes. */
export const ocelObjectTypes = {
  ticket: ['number', 'channel', 'kind', 'level', 'item', 'site', 'status', 'lead', 'confidential', 'district', 'product', 'closureCode'],
  assignment: ['part', 'status', 'handler'],
  clock: ['clock', 'due', 'outcome'],
  department: [],
  handler: [],
  contact: ['channel', 'direction', 'outcome'],
  customer: [],
} as const satisfies Readonly<Record<string, readonly string[]>>; // prettier-ignore
export type OcelObjectType = keyof typeof ocelObjectTypes;

export function objectId(type: OcelObjectType, id: string): string {
  return `${type}/${id}`;
}

/** A ticket's events and its own objects: itself and its assignments, as they changed. */
export interface OcelCourse {
  readonly events: readonly OcelEvent[];
  readonly objects: readonly OcelObject[];
}

/** @param events the ticket's whole stream as the log holds it */
export function ocelOf(id: string, events: readonly RecordedEvent[], log: MinedLog): OcelCourse {
  const steps = new Map(stepsOf(id, events, log).map((step) => [step.version, step]));
  const histories = new Histories();
  const found: OcelEvent[] = [];
  let ticket: MaybeTicket;
  for (const event of events) {
    const before = ticket;
    ticket = ticketFold.evolve(ticket, event);
    if (ticket === undefined) continue;
    keepTicket(id, ticket, event.meta.at, histories);
    const step = isStep(event.type, log) ? steps.get(event.version) : undefined;
    if (step) found.push(ocelEvent(id, step, { event, before, ticket }));
  }
  return ticket === undefined
    ? { events: [], objects: [] }
    : { events: found, objects: [ticketObject(id, ticket, histories), ...assignmentObjects(id, ticket, histories)] };
}

interface Moment {
  readonly event: RecordedEvent;
  readonly before: MaybeTicket;
  readonly ticket: Ticket;
}

function ocelEvent(id: string, { id: eventId, activity, at, resource, members }: Step, moment: Moment): OcelEvent {
  const told = Object.entries(members).map(([name, value]) => ({ name, value: String(value) }));
  return {
    id: eventId,
    type: activity,
    time: at,
    attributes: [{ name: 'resource', value: resource }, ...told],
    relationships: [{ objectId: objectId('ticket', id), qualifier: 'ticket' }, ...relationsOf(id, moment)],
  };
}

/** What else an event is about, each once under its qualifier. */
function relationsOf(id: string, { event: { data, meta }, before, ticket }: Moment): readonly OcelRelation[] {
  const { department, lead, coHandling = [], handler, contact, event, of } = data as Readonly<{
    department?: string; lead?: string; coHandling?: readonly string[]; handler?: string; contact?: string; event?: string; of?: string;
  }>; // prettier-ignore
  const relations: OcelRelation[] = [];
  const relate = (type: OcelObjectType, one: string | undefined, qualifier: string) =>
    one === undefined || relations.push({ objectId: objectId(type, one), qualifier });
  relate('department', department, 'department');
  relate('department', lead, 'lead');
  for (const one of coHandling) relate('department', one, 'co-handling');
  const part = department === undefined ? undefined : (partOf(ticket, department) ?? (before && partOf(before, department)));
  if (part) relate('assignment', assignmentId(id, part), 'assignment');
  relate('handler', handler ?? (part?.handler === meta.actor.id ? part.handler : undefined), 'handler');
  relate('contact', contact, 'contact');
  relate('ticket', event, 'event');
  relate('ticket', of, 'original');
  return relations;
}

function ticketObject(id: string, ticket: Ticket, histories: Histories): OcelObject {
  const relationships: OcelRelation[] = [{ objectId: objectId('contact', ticket.contact), qualifier: 'registered from' }];
  for (const contact of ticket.contacts ?? [])
    relationships.push({ objectId: objectId('contact', contact), qualifier: 'joined by' });
  if (ticket.attachedTo !== undefined)
    relationships.push({ objectId: objectId('ticket', ticket.attachedTo), qualifier: 'hangs under' });
  if (ticket.duplicateOf !== undefined)
    relationships.push({ objectId: objectId('ticket', ticket.duplicateOf), qualifier: 'duplicate of' });
  if (typeof ticket.customer === 'string')
    relationships.push({ objectId: objectId('customer', ticket.customer), qualifier: 'of customer' });
  return { id: objectId('ticket', id), type: 'ticket', attributes: histories.of(id), relationships };
}

function assignmentObjects(id: string, { parts }: Ticket, histories: Histories): readonly OcelObject[] {
  return parts.map((part) => ({
    id: objectId('assignment', assignmentId(id, part)),
    type: 'assignment',
    attributes: histories.of(assignmentId(id, part)),
    relationships: [
      { objectId: objectId('ticket', id), qualifier: 'of ticket' },
      { objectId: objectId('department', part.department), qualifier: 'of department' },
      ...(part.handler === undefined ? [] : [{ objectId: objectId('handler', part.handler), qualifier: 'handled by' }]),
    ],
  }));
}

function assignmentId(ticket: string, { assignment }: Part): string {
  return `${ticket}/${assignment}`;
}

function keepTicket(id: string, ticket: Ticket, at: string, histories: Histories): void {
  const { number, channel, kind, level, item, site, status, confidential, district, product, closureCode, parts } = ticket;
  const lead = parts.findLast(({ part }) => part === 'lead')?.department;
  histories.keep(
    id,
    {
      number,
      channel,
      kind,
      level,
      item,
      site,
      status,
      lead,
      confidential: String(confidential),
      district,
      product,
      closureCode,
    },
    at,
  );
  for (const part of parts)
    histories.keep(assignmentId(id, part), { part: part.part, status: part.status, handler: part.handler }, at);
}
