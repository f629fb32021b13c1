import { mayStillGo, outgoingMailFold, ticketFold, type ExistingOutgoingMail, type MaybeTicket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName, type HandOver, type Letter, type OpenMailer } from '@ledgerline/kernel';
import { beginSending, endSending, letBe } from './sending.decisions.js';
import { stepOfMail } from './step-of-mail.js';

/** Takes one mail after the other over one connection. */
export class MailSender {
  constructor(
    private readonly ledgerline: Ledgerline,
    private readonly server: OpenMailer,
    /** From then on no answer is waited for any more. */
    private readonly over: AbortSignal,
  ) {}

  /** Nothing where it is not due any more: somebody else has it. @throws MailServerUnavailable */
  async send(id: string): Promise<void> {
    const mail = await this.begun(id);
    if (mail === undefined) return;
    const { attempt } = mail;
    const end = await this.handOver(id, mail);
    await stepOfMail(id, `end.${attempt}`, endSending(attempt, end), this.ledgerline);
  }

  private async handOver(id: string, mail: ExistingOutgoingMail): Promise<HandOver> {
    try {
      return await this.server.handOver(letterOf(mail), this.over);
    } catch (error) {
      await stepOfMail(id, `let-be.${mail.attempt}`, letBe(mail.attempt), this.ledgerline);
      throw error;
    }
  }

  private async begun(id: string): Promise<ExistingOutgoingMail | undefined> {
    const { configuration, commands } = this.ledgerline;
    const { state: mail } = await commands.current(streamName('outgoing-mail', id), outgoingMailFold);
    if (mail === undefined) return undefined;
    const { state: ticket } = await commands.current<MaybeTicket>(streamName('ticket', mail.ticket), ticketFold);
    const begin = beginSending(configuration.mailGiveUpHours, ticket !== undefined && mayStillGo(mail, ticket));
    const handled = await stepOfMail(id, `begin.${mail.attempt + 1}`, begin, this.ledgerline);
    const isOurs = handled.kind === 'accepted' && !handled.repeated && handled.state?.state === 'begun';
    return isOurs ? handled.state : undefined;
  }
}

function letterOf({ to, subject, text, messageId, answers, askedAt, purpose }: ExistingOutgoingMail): Letter {
  return {
    messageId: String(messageId),
    to: String(to),
    subject: String(subject),
    text: String(text),
    date: askedAt,
    automatic: purpose === 'acknowledgement' ? 'auto-replied' : 'auto-generated',
    ...(typeof answers === 'string' ? { answers } : {}),
  };
}
