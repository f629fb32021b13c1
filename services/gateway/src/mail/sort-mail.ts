import { longest, parseBody, RegisterTicket, type CommandReply, type Problem } from '@ledgerline/contracts';
import {
  contactFold,
  line,
  marksInMessageIds,
  markOfSubject,
  newPartOfReply,
  returnedLetter,
  whatMailIs,
  wordsOfMail,
  type ExistingMail,
  type MailSettlement,
  type PassedOver,
  type WordsOfMail,
} from '@ledgerline/domain';
import { isMailToken, type Ledgerline, type MailboxSettings } from '@ledgerline/host';
import { streamName, type MailFile, type ParsedMail } from '@ledgerline/kernel';
import { ProblemError } from '../problem.js';
import { storeFiles } from './files-of-mail.js';
import { give, postman } from './postman.js';

export interface MailToSort {
  readonly id: string;
  readonly mail: ExistingMail;
  readonly parsed: ParsedMail;
}

type Address = ParsedMail['from'][number];
type Answered = { readonly kind: 'ticket'; readonly ticket?: string };

/** What its mails are registered as where their mailbox is not configured any more. */
const otherwise = { kind: 'other', item: 'other', level: 'general' };

/**
 * Finds out what a mail is, and gives the commands that it asks for. Their ids derive from the mail's and their bodies from its bytes: done twice, or by
 * two, it is done once.
 */
export class MailSorter {
  private readonly mailboxes: ReadonlyMap<string, MailboxSettings>;

  constructor(private readonly ledgerline: Ledgerline) {
    this.mailboxes = new Map(ledgerline.configuration.mailboxes.map((settings) => [settings.address, settings]));
  }

  async sort(given: MailToSort): Promise<MailSettlement> {
    const { parsed } = given;
    const { mailServer } = this.ledgerline.configuration;
    const own = [...this.mailboxes.keys(), ...(mailServer === undefined ? [] : [mailServer.from])];
    const is = whatMailIs(parsed, new Set(own));
    switch (is.kind) {
      case 'passed-over': {
        const ticket = (await this.returned(given, is.why)) ?? (await this.answeredTicket(parsed));
        return { kind: 'passed-over', why: is.why, ...(ticket === undefined ? {} : { ticket }) };
      }
      case 'set-aside':
        return this.setAside(is.why, parsed.from[0]);
      case 'words':
        return (await this.join(given)) ?? this.register(given, is.sender);
    }
  }

  /** RFC 3464: a mail of ours that came back, and is known by what only we can have told. @returns its ticket */
  private async returned({ id, parsed }: MailToSort, why: PassedOver): Promise<string | undefined> {
    const returned = why === 'bounce' ? returnedLetter(parsed) : undefined;
    if (returned === undefined) return undefined;
    const { letter, ...word } = returned;
    if (!isMailToken(letter.token, letter.ticket, this.ledgerline)) return undefined;
    const body = { mail: id, ticket: letter.ticket, ...word };
    const reply = await give(
      'record-bounce',
      { id: letter.what, as: `${id}~bounce`, body, service: 'notification' },
      this.ledgerline,
    );
    if (reply.kind === 'problem') this.ledgerline.log.debug({ mail: id, code: reply.code }, 'a report changes nothing');
    return letter.ticket;
  }

  /** An answer to what was sent about a ticket is a message there; one to a ticket that takes none is a matter of its own. */
  private async join({ id, parsed }: MailToSort): Promise<MailSettlement | undefined> {
    const ticket = await this.answeredTicket(parsed);
    if (ticket === undefined) return undefined;
    const words = wordsOfMail({ ...parsed, text: newPartOfReply(parsed.text) }, bounds);
    const stored = await storeFiles(id, filesWith(words, parsed), this.ledgerline);
    if ('refused' in stored) return this.setAside(stored.refused, parsed.from[0]);
    const body = { from: 'caller', channel: 'email', text: words.text, attachments: stored.ids };
    const reply = await give('add-message', { id: ticket, as: `${id}~join`, body }, this.ledgerline);
    return isDone(reply) ? { kind: 'joined', ticket } : undefined;
  }

  private async register({ id, mail, parsed }: MailToSort, sender: Address): Promise<MailSettlement> {
    const before = await this.registeredFrom(id);
    if (before !== undefined) return before;
    const words = wordsOfMail(parsed, bounds);
    const read = parseBody(RegisterTicket, this.registration(mail, words, sender));
    if ('faults' in read) return this.setAside('invalid', sender, { at: read.faults.map(({ pointer }) => pointer) });
    const stored = await storeFiles(id, filesWith(words, parsed), this.ledgerline);
    if ('refused' in stored) return this.setAside(stored.refused, sender);
    const body = { ...read.body, attachments: stored.ids };
    const reply = await give('register', { id, as: `${id}~register`, body }, this.ledgerline);
    if (reply.kind === 'accepted') return { kind: 'registered', contact: id, ticket: reply.id };
    return (await this.registeredFrom(id)) ?? this.setAside(reply.code, sender);
  }

  private registration(
    { mailbox, receivedAt, recordedAt, messageId }: ExistingMail,
    words: WordsOfMail,
    { address, name = '' }: Address,
  ) {
    const { kind, item, level } = this.mailboxes.get(mailbox) ?? otherwise;
    const named = line(name).slice(0, longest.line).toWellFormed();
    return {
      channel: 'email', kind, level, item, subject: words.subject, description: words.text,
      caller: { email: address, ...(named === '' ? {} : { name: named }) },
      // A server whose clock is ahead tells of the future.
      ...(receivedAt <= recordedAt ? { occurredAt: receivedAt } : {}),
      ...(typeof messageId === 'string' ? { externalId: line(messageId).slice(0, longest.line) } : {}),
    }; // prettier-ignore
  }

  /** The contact is there from an attempt that was cut off; what it opens is finished by whoever sees to registrations. */
  private async registeredFrom(id: string): Promise<MailSettlement | undefined> {
    const { state: contact } = await this.ledgerline.commands.current(streamName('contact', id), contactFold);
    return contact && { kind: 'registered', contact: id, ticket: contact.ticket };
  }

  private async answeredTicket({ answers, subject }: ParsedMail): Promise<string | undefined> {
    const number = markOfSubject(subject);
    const body = { marks: marksInMessageIds(answers), ...(number === undefined ? {} : { number }) };
    if (body.marks.length === 0 && number === undefined) return undefined;
    const asked = { body, principal: postman };
    const answer = await this.ledgerline.ask<Answered | Problem>('reporting', 'ticket-of-marks', asked);
    if (answer.kind === 'problem') throw new ProblemError(answer);
    return answer.ticket;
  }

  /** With the customer, where the sender's address is one's. */
  async setAside(
    why: string,
    sender: Address | undefined,
    more: { readonly at?: readonly string[] } = {},
  ): Promise<MailSettlement> {
    if (sender === undefined) return { kind: 'set-aside', why, ...more };
    const { ids } = await this.ledgerline.ask<{ readonly ids: readonly string[] }>('intake', 'customers-of', {
      body: { email: sender.address },
      principal: postman,
    });
    return { kind: 'set-aside', why, ...more, ...(ids[0] === undefined ? {} : { customer: ids[0] }) };
  }
}

const bounds = { subject: longest.line, text: longest.text };

function filesWith({ whole }: WordsOfMail, { files }: ParsedMail): readonly MailFile[] {
  if (whole === undefined) return files;
  return [...files, { name: 'message.txt', mediaType: 'text/plain', content: Buffer.from(whole) }];
}

/** Another body under the same id: an earlier program cut the words in another place, and added them. */
function isDone(reply: CommandReply): boolean {
  return reply.kind === 'accepted' || reply.code === 'idempotency-key-reused';
}
