import { outgoingMailFold, type ExistingOutgoingMail, type OutgoingMail, type OutgoingMailEvent } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName, type Actor, type Decide, type HandOver, type Letter, type OpenMailer } from '@ledgerline/kernel';
import { beginSending, endSending, letBe } from './sending.decisions.js';

const actor: Actor = { kind: 'system', id: 'send-mails', roles: ['system'] };

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
    await this.decide(id, `end.${attempt}`, endSending(attempt, end));
  }

  private async handOver(id: string, mail: ExistingOutgoingMail): Promise<HandOver> {
    try {
      return await this.server.handOver(letterOf(mail), this.over);
    } catch (error) {
      await this.decide(id, `let-be.${mail.attempt}`, letBe(mail.attempt));
      throw error;
    }
  }

  private async begun(id: string): Promise<ExistingOutgoingMail | undefined> {
    const { configuration, commands } = this.ledgerline;
    const { state } = await commands.current(streamName('outgoing-mail', id), outgoingMailFold);
    const step = `begin.${(state?.attempt ?? 0) + 1}`;
    const handled = await this.decide(id, step, beginSending(configuration.mailGiveUpHours));
    const isOurs = handled.kind === 'accepted' && !handled.repeated && handled.state?.state === 'begun';
    return isOurs ? handled.state : undefined;
  }

  private decide(id: string, step: string, decide: Decide<unknown, OutgoingMail, OutgoingMailEvent>) {
    return this.ledgerline.commands.handle<unknown, OutgoingMail, OutgoingMailEvent>(
      streamName('outgoing-mail', id),
      { id: `${id}~${step}`, data: {}, actor },
      { fold: outgoingMailFold, decide },
    );
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
