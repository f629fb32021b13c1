import { problem, type RegisterTicket } from '@ledgerline/contracts';
import { contactFold, mayCommand, sightOf, siteForTickets, ticketFold, ticketNumber, type Contact } from '@ledgerline/domain';
import {
  commandOf,
  idOfDigest,
  replyOf,
  ticketSecret,
  type CommandReply,
  type CommandRequest,
  type Ledgerline,
} from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { isKnownItem } from '../items-in-force.js';
import { customerOf } from '../recognise-caller/caller-identities.js';
import { restrictedUntil } from '../restrict-customer/restricted-customers.js';
import { openingOf } from './opening.js';
import { registerContact } from './register-contact.decision.js';
import { registerFromContact } from './register-from-contact.decision.js';

/** Tickets are born in this period; a later one gets JetStream streams of its own (ADR 0001). */
export const birthPeriod = 'p0';

/**
 * Registering is two commands (rule 4): the contact, then the ticket that it opens. A crash between the two is finished
 * by the process manager `finish-registration`, whose command has the same id.
 */
export async function registerTicket(request: CommandRequest<RegisterTicket>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayCommand(request.principal.roles, 'register')) return { kind: 'problem', code: 'not-allowed' };
  const stream = streamName('contact', request.id);
  const ticket = ticketOf(request.id, ledgerline);
  const number = ticketNumber(localDay(ledgerline), ticket);
  const { body } = request;
  const customer = body.caller.anonymous ? undefined : customerOf(body.caller, ledgerline);
  const person = await ledgerline.vault.newPerson();
  const decide = registerContact(
    { ticket, number, person, ...(customer === undefined ? {} : { customer }) },
    {
      itemIsKnown: await isKnownItem(body.item, ledgerline),
      // R1.1: several sites work as one centre; what concerns another is registered for it.
      ...(body.site === undefined ? {} : { there: await siteForTickets(body.site, ledgerline.configuration.site, ledgerline) }),
      restrictedUntil: await restrictedUntil(customer, ledgerline),
      lateAfter: ledgerline.configuration.lateAfter * 60_000,
    },
  );
  const handled = await ledgerline.commands.handle(stream, commandOf(request), { fold: contactFold, decide, isLikelyNew: true });
  if (handled.kind === 'rejected' && handled.rejection.rejection === 'contact-already-registered')
    return alreadyRegistered(ticket, request, ledgerline);
  if (handled.kind !== 'accepted') return replyOf(request.id, handled);
  return openTicket(request, handled.state, ledgerline, { isLikelyNew: !handled.repeated });
}

/** Which ticket a call has opened already is told to those who see that ticket. */
async function alreadyRegistered(id: string, { principal }: CommandRequest, { commands }: Ledgerline): Promise<CommandReply> {
  const refusal = problem('contact-already-registered');
  const { state: ticket } = await commands.current(streamName('ticket', id), ticketFold);
  if (ticket === undefined || typeof sightOf(ticket, principal) === 'string') return refusal;
  return { ...refusal, facts: { ticket: id, number: ticket.number } };
}

/** The second command, for whoever has the contact: the caller's own request, or the process manager after a crash. */
export async function openTicket(
  request: CommandRequest,
  contact: Contact,
  ledgerline: Ledgerline,
  { isLikelyNew = false } = {},
): Promise<CommandReply> {
  if (contact === undefined) return { kind: 'problem', code: 'contact-not-found' };
  const stream = streamName('ticket', contact.ticket);
  const command = {
    ...commandOf(request),
    id: openingOf(request.id),
    data: { contact: request.id },
    correlation: `contact.${request.id}`,
  };
  const handled = await ledgerline.commands.handle(stream, command, {
    fold: ticketFold,
    decide: registerFromContact(request.id, contact),
    isLikelyNew,
  });
  return replyOf(contact.ticket, handled, { number: contact.number, secret: ticketSecret(contact.ticket, ledgerline) });
}

/** The second command for the process manager: mostly the caller's own request has done it, a moment ago. */
export async function openTicketOfContact(request: CommandRequest, ledgerline: Ledgerline): Promise<CommandReply> {
  if (request.principal.kind !== 'system') return { kind: 'problem', code: 'not-allowed' };
  const { state: contact } = await ledgerline.commands.current(streamName('contact', request.id), contactFold);
  const done = contact && ledgerline.commands.known(streamName('ticket', contact.ticket), openingOf(request.id));
  if (done) return { kind: 'accepted', id: contact.ticket, repeated: true, ...done };
  return openTicket(request, contact, ledgerline);
}

/** Id of the ticket that a contact opens. */
export function ticketOf(contact: string, ledgerline: Pick<Ledgerline, 'digest'>): string {
  return `${birthPeriod}-${idOfDigest(ledgerline.digest('ids', `ticket of contact ${contact}`))}`;
}

const minute = 60_000;
let latestDay = { minute: Number.NaN, timeZone: '', text: '' };

/** Days begin on whole minutes everywhere, so one answer serves a minute. */
function localDay({ clock, configuration: { timeZone } }: Ledgerline): string {
  const now = Math.floor(clock.now() / minute);
  if (latestDay.minute === now && latestDay.timeZone === timeZone) return latestDay.text;
  const text = Temporal.Instant.fromEpochMilliseconds(now * minute)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
  latestDay = { minute: now, timeZone, text };
  return text;
}
