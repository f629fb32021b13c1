import { problem } from '@ledgerline/contracts';
import { mailFold, type Mail, type MailEvent } from '@ledgerline/domain';
import {
  commandOf,
  replyOf,
  streamCommand,
  type AnswerCommand,
  type CommandReply,
  type CommandRequest,
  type Ledgerline,
} from '@ledgerline/host';
import { rejected, streamName, type Decide, type Rejection } from '@ledgerline/kernel';
import { openMail } from './open-mail/open-mail.handler.js';
import { receiveMailAs, type KeptMail } from './receive-mail/receive-mail.decision.js';
import { dismissMail, settleMail, tryMailAgain } from './settle-mail/settle-mail.decision.js';

/** R1.1, R1.5: what arrives by mail, and what an administrator does with what was set aside. */
export const mailCommands: Readonly<Record<string, AnswerCommand>> = {
  'receive-mail': receiveMail as AnswerCommand,
  'settle-mail': onMail(settleMail, (roles) => roles.includes('system')),
  'try-again-mail': onMail(tryMailAgain, (roles) => roles.includes('administrator')),
  'open-mail': openMail as AnswerCommand,
  'dismiss-mail': onMail(dismissMail, (roles) => roles.includes('administrator')),
};

/** A repeat is told apart by `repeated`: what it kept can go. What makes it the same is its stream, not its bytes: another relay adds lines. */
async function receiveMail(
  request: CommandRequest<{ readonly data: { readonly mailbox: string }; readonly kept: KeptMail }>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  if (request.principal.kind !== 'system') return problem('not-allowed');
  const { data, kept } = request.body;
  const rules = { fold: mailFold, decide: receiveMailAs(kept), isLikelyNew: true };
  return replyOf(
    request.id,
    await ledgerline.commands.handle(streamName('mail', request.id), { ...commandOf(request), data }, rules),
  );
}

function onMail<Body>(decide: Decide<Body, Mail, MailEvent>, may: (roles: readonly string[]) => boolean): AnswerCommand {
  return streamCommand({ category: 'mail', fold: mailFold, may, hides: whatIsNotThere, decide });
}

/** Whatever version was asked for: there is none of it. */
function whatIsNotThere(mail: Mail): Rejection | undefined {
  return mail === undefined ? rejected('mail-not-found') : undefined;
}
