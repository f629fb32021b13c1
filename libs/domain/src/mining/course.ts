import type { RecordedEvent } from '@ledgerline/kernel';
import { ticketFold } from '../ticket/evolve-ticket.js';
import type { Ticket } from '../ticket/ticket.js';
import { stepsOf, type MinedLog, type Step, type Told } from './steps.js';

/** The course of one ticket: what it is now, and the steps that it took. Nothing in it is personal. */
export interface Course {
  readonly id: string;
  readonly facts: Readonly<Record<string, Told>>;
  readonly steps: readonly Step[];
}

/** @param events the ticket's whole stream as the log holds it; undefined where it begins with no registration, or has no step of this log */
export function courseOf(id: string, events: readonly RecordedEvent[], log: MinedLog): Course | undefined {
  const steps = stepsOf(id, events, log);
  const ticket = steps.length === 0 ? undefined : events.reduce(ticketFold.evolve, ticketFold.initial);
  return ticket === undefined ? undefined : { id, facts: factsOf(ticket, events), steps };
}

function factsOf(ticket: Ticket, [first]: readonly RecordedEvent[]): Course['facts'] {
  const { number, channel, kind, level, item, site, status, confidential, parent, district, product, closureCode } = ticket;
  const source = first?.meta.origin?.source;
  const optional = { district, product, closureCode, source };
  const given = Object.entries(optional).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { number, channel, kind, level, item, site, status, confidential, parent, ...Object.fromEntries(given) };
}
