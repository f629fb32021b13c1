import { problem, type WithReason } from '@ledgerline/contracts';
import { mailFold, type AccessEvent } from '@ledgerline/domain';
import type { CommandReply, CommandRequest, Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { lookOnRecord } from '../look-on-record.js';

/**
 * The bytes of a mail that no ticket came of, for the administrator who has to find out why: with a reason, and on record before they are
 * given. What became a ticket is read there, by who may see that ticket.
 */
export async function openMail(request: CommandRequest<WithReason>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!request.principal.roles.includes('administrator')) return problem('not-allowed');
  const { state: mail } = await ledgerline.commands.current(streamName('mail', request.id), mailFold);
  if (mail === undefined) return problem('mail-not-found');
  if (mail.ticket !== undefined || mail.state === 'waiting') return problem('mail-not-set-aside', { state: mail.state });
  const { person, blob } = mail;
  const event: AccessEvent = { type: 'MailOpened', data: { mail: request.id, person, reason: request.body.reason } };
  return lookOnRecord(request, { of: `mail-${request.id}`, event, shows: { person, blob } }, ledgerline);
}
