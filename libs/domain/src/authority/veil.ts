import { isErased, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { ticketEventDefinitions } from '../ticket/ticket-events.js';
import type { Caller } from '../ticket/ticket-words.js';
import type { Ticket } from '../ticket/ticket.js';
import { maskedPhone, wordsOfCaller } from './identity-words.js';
import type { Identity } from './sight.js';

const personalOf = new Map(ticketEventDefinitions.map(({ type, personal = [] }) => [type, personal]));

/** A ticket as one who may see no more of the caller than this sees it, free texts included. */
export function veiledTicket<Shown extends Ticket>(ticket: Shown, identity: Identity): Shown {
  if (identity === 'plain') return ticket;
  const scrub = scrubber(ticket.caller, identity);
  const { caller, location, contact: _contact, customer: _customer, ...shown } = ticket;
  return {
    ...shown,
    subject: scrub(ticket.subject),
    description: scrub(ticket.description),
    caller: veiledCaller(caller, identity),
    ...(location === undefined || identity === 'hidden' ? {} : { location }),
    ...(ticket.result === undefined ? {} : { result: scrub(ticket.result) }),
  } as unknown as Shown;
}

/** The same of one event; the id of the person's key is nobody's to see. @param caller of the ticket, who may be named in any of its texts */
export function veiledEvent(event: RecordedEvent, identity: Identity, caller: Personal<Caller>): RecordedEvent {
  const { person: _key, ...data } = event.data as Record<string, unknown>;
  if (identity === 'plain') return { ...event, data };
  const scrub = scrubber(caller, identity);
  for (const name of personalOf.get(event.type) ?? []) if (data[name] !== undefined) data[name] = scrub(data[name]);
  if ('caller' in data) data['caller'] = veiledCaller(caller, identity);
  for (const name of ['contact', 'customer', ...(identity === 'hidden' ? ['location', 'verifiedBy'] : [])])
    Reflect.deleteProperty(data, name);
  return { ...event, data };
}

function veiledCaller(caller: Personal<Caller>, identity: Identity): Personal<Caller> {
  if (isErased(caller)) return caller;
  if (identity === 'hidden') return {};
  return caller.phone === undefined ? caller : { ...caller, phone: maskedPhone(caller.phone) };
}

/** Takes out of texts, however deep, what the caller gave as name, phone and e-mail; masked, the phone alone. */
function scrubber(caller: Personal<Caller>, identity: Identity): <Value>(value: Value) => Value {
  const words = isErased(caller) ? [] : wordsOfCaller(caller).filter(({ of }) => identity === 'hidden' || of === 'phone');
  const scrub = (value: unknown): unknown => {
    if (typeof value === 'string')
      return words.reduce((text, { pattern, mask }) => text.replaceAll(pattern, identity === 'hidden' ? '***' : mask), value);
    if (typeof value !== 'object' || value === null || isErased(value)) return value;
    if (Array.isArray(value)) return value.map(scrub);
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, scrub(member)]));
  };
  return (words.length === 0 ? (value: unknown) => value : scrub) as <Value>(value: Value) => Value;
}
