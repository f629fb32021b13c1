import type { Problem } from '@ledgerline/contracts';
import {
  contactFold, documentFold, inForce, isMailAddress, line, markedMessageId, markInSubject, outgoingMailFold, templateOf, ticketFold, whatToWrite,
  type MaybeTicket, type MessageTemplate, type OutgoingMail, type OutgoingMailEvent, type Ticket, type TicketEvent, type TicketEvents, type ToWrite,
} from '@ledgerline/domain'; // prettier-ignore
import {
  idOfDigest,
  mailToken,
  ticketSecret,
  type CommandReply,
  type Ledgerline,
  type MailServerSettings,
} from '@ledgerline/host';
import { eventsOf, idOf, instantText, isErased, streamName, type Actor, type Recorded } from '@ledgerline/kernel';
import { askMail } from './ask-mail.decision.js';
import { letterWords } from './letter-words.js';

const actor: Actor = { kind: 'system', id: 'write-mails', roles: ['system'] };
const principal = { kind: 'system', id: 'write-mails', roles: ['system'], departments: [] } as const;
/** Acknowledgements to one address within a day: a program that answers in a way that nothing knows goes round so often, and no further. */
const [mostAcknowledged, day] = [20, 86_400_000];

/** Puts on record the mail that a caller gets because of an event. */
export class MailWriter {
  constructor(
    private readonly ledgerline: Ledgerline,
    private readonly server: MailServerSettings,
  ) {}

  /** May be repeated: the mail's id derives from the event's. */
  async write({ id: event, stream, meta }: Recorded): Promise<void> {
    const ticketId = idOf(stream);
    const events = await eventsOf(stream, this.ledgerline);
    const cause = events.find((one) => one.id === event);
    const ticket = events.reduce<MaybeTicket>(ticketFold.evolve, undefined);
    const what = cause && ticket && whatToWrite(cause as unknown as TicketEvent, ticket);
    // What was erased meanwhile is nobody's to be told.
    if (!what || isErased(ticket.caller) || (what.words !== undefined && isErased(what.words))) return;
    const id = idOfDigest(this.ledgerline.digest('ids', `mail of ${event}`));
    const to = addressOf(ticket);
    if (to === undefined) {
      // What names no channel is said by that of the ticket.
      const { channel = ticket.channel } = cause.data as { readonly channel?: string };
      if (channel === 'email')
        await this.tellNoAddress(ticketId, event, { mail: id, purpose: what.purpose, why: 'no-address', by: meta.actor.id });
      return;
    }
    const mail = {
      person: ticket.person,
      ticket: ticketId,
      event,
      by: meta.actor.id,
      to,
      ...(await this.letter(id, ticketId, ticket, what)),
    };
    const isTooMany = what.purpose === 'acknowledgement' && (await this.isTooMany(to));
    const handled = await this.ledgerline.commands.handle<unknown, OutgoingMail, OutgoingMailEvent>(
      streamName('outgoing-mail', id),
      { id: `${event}~write`, data: {}, actor, causation: event, correlation: meta.correlation },
      { fold: outgoingMailFold, decide: askMail(mail, isTooMany) },
    );
    if (handled.kind === 'rejected') this.ledgerline.log.debug({ mail: id, code: handled.rejection.rejection }, 'refused');
  }

  /** Somebody meant to write, and there is nowhere to: theirs to see to, as if it had come back. */
  private async tellNoAddress(ticket: string, event: string, body: TicketEvents['MailUndelivered']): Promise<void> {
    const request = { id: ticket, command: `${event}~no-address`, body, principal, causation: event };
    const reply = await this.ledgerline.ask<CommandReply>('notification', 'note-undelivered', request);
    if (reply.kind === 'problem') this.ledgerline.log.debug({ ticket, code: reply.code }, 'refused');
  }

  private async letter(id: string, ticketId: string, ticket: Ticket, what: ToWrite) {
    const { configuration, commands, clock } = this.ledgerline;
    const template = templateOf(what);
    const { state } = await commands.current(streamName('document', `template-${template}`), documentFold);
    const version = inForce(state, instantText(clock.now()));
    if (version === undefined) throw new Error(`no template ${template} is in force`);
    const house = { configuration, secret: ticketSecret(ticketId, this.ledgerline) };
    const { language, subject, text } = letterWords(version.body as MessageTemplate, what, ticket, house);
    const mark = { ticket: ticketId, number: ticket.number, token: mailToken(ticketId, this.ledgerline) };
    const answers = ticket.channel === 'email' ? await this.messageIdOf(ticket.contact) : undefined;
    return {
      purpose: what.purpose,
      ...(what.discreet ? { discreet: true as const } : {}),
      template,
      draft: version.draft,
      language,
      subject: line(`${subject} ${markInSubject(mark)}`),
      text,
      messageId: markedMessageId(mark, id, this.server.from.slice(this.server.from.lastIndexOf('@') + 1)),
      ...(answers === undefined ? {} : { answers }),
    };
  }

  /** Of the mail that the ticket came by: what answers it stands under it. */
  private async messageIdOf(contact: string): Promise<string | undefined> {
    const { state } = await this.ledgerline.commands.current(streamName('contact', contact), contactFold);
    const id = state?.externalId;
    return typeof id === 'string' && /^<[^<>\s]+>$/.test(id) ? id : undefined;
  }

  private async isTooMany(to: string): Promise<boolean> {
    const { ask, clock } = this.ledgerline;
    const body = { to: to.toLowerCase(), since: instantText(clock.now() - day) };
    const answer = await ask<{ readonly kind: 'count'; readonly count: number } | Problem>('reporting', 'acknowledged-to', {
      body,
      principal,
    });
    if (answer.kind !== 'count') throw new Error(`acknowledged-to: ${answer.code}`);
    return answer.count >= mostAcknowledged;
  }
}

/** The caller's own, and nobody's beside. */
function addressOf({ caller }: Ticket): string | undefined {
  const email = isErased(caller) ? undefined : caller.email;
  return isMailAddress(email) ? email : undefined;
}
