import type { RegisterTicket } from '@ledgerline/contracts';
import { contactFold, ticketNumber } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { registerContact, registerFromContact } from '@ledgerline/intake';
import { idOf, rejected, streamName, type Actor, type Origin } from '@ledgerline/kernel';
import type { CaseEvent } from './case-event.js';
import type { CaseIdentity } from './case-ids.js';
import { importedTicketFold } from './import-activity.decision.js';
import type { ImportCommands } from './import-commands.js';

/** Who, when and from where: the same for everything that one row leads to. */
export interface Imported {
  readonly actor: Actor;
  readonly at: string;
  readonly origin: Origin;
}

/**
 * Registers a case as if it had come in at the time of its first row: the contact, then the ticket that it opens (ADR 0001, part 5).
 * Both commands have fixed ids, so that a run that was cut off between them is finished by the next.
 */
export async function registerCase(
  { contact, ticket }: CaseIdentity,
  event: CaseEvent,
  by: Imported,
  { tickets, contacts, ledgerline: { configuration, vault } }: ImportCommands & { readonly ledgerline: Ledgerline },
): Promise<void> {
  const stream = streamName('contact', contact);
  const day = Temporal.Instant.from(by.at).toZonedDateTimeISO(configuration.timeZone).toPlainDate().toString();
  const facts = { ticket: idOf(ticket), number: ticketNumber(day, idOf(ticket)), person: await vault.newPerson() };
  const command = { id: 'import', data: bodyOf(event), ...by };
  const decide = registerContact(facts, { itemIsKnown: true });
  const handled = await contacts.handle(stream, command, { fold: contactFold, decide });
  const { state } = handled.kind === 'accepted' ? handled : await contacts.current(stream, contactFold);
  if (state === undefined) throw new Error(`the contact of ${event.case} could not be registered: ${JSON.stringify(handled)}`);
  const register = registerFromContact(contact, state);
  const opened = await tickets.handle(
    ticket,
    { id: `${contact}~register`, data: { contact }, correlation: `contact.${contact}`, ...by },
    {
      fold: importedTicketFold,
      decide: (data, before, circumstances) =>
        before ? rejected('ticket-already-registered') : register(data, undefined, circumstances),
    },
  );
  if (opened.kind !== 'accepted')
    throw new Error(`the ticket of ${event.case} could not be registered: ${JSON.stringify(opened)}`);
}

function bodyOf({ case: externalId, ticket, activity }: CaseEvent): RegisterTicket {
  const { district, caller, ...facts } = ticket;
  return {
    ...facts,
    caller: { ...caller, anonymous: Object.keys(caller).length === 0 },
    occurredAt: activity.occurredAt,
    externalId,
    ...(district === undefined ? {} : { location: { district } }),
  } as RegisterTicket;
}
