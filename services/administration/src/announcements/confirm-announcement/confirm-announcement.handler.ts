import { problem, type ConfirmAnnouncement } from '@ledgerline/contracts';
import { announcementFold, confirmEdition, mayCommand, receiptsFold, statusOfAnnouncement } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';

/** `POST /announcements/{id}/confirm`: written to the stream of whoever confirms; the version that they name, and are told, is the announcement's. */
export async function confirmAnnouncement(
  request: CommandRequest<ConfirmAnnouncement>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  const { id, principal, body } = request;
  if (!mayCommand(principal.roles, 'confirm-announcement')) return problem('not-allowed');
  const { state, version } = await ledgerline.commands.current(streamName('announcement', id), announcementFold);
  if (state === undefined || !state.addressed.includes(principal.id)) return problem('announcement-not-found');
  if (request.expectedVersion !== undefined && request.expectedVersion !== version)
    return problem('version-mismatch', { version });
  const status = statusOfAnnouncement(state, instantText(ledgerline.clock.now()));
  if (status === 'withdrawn') return problem('announcement-is-withdrawn');
  if (!state.mustConfirm) return problem('no-receipt-asked');
  const { edition } = state;
  if (body.edition !== edition) return problem('announcement-was-corrected', { edition });
  const { expectedVersion: _announcement, ...command } = commandOf(request);
  const receipt = { ...command, data: { announcement: id, edition } };
  const rules = { fold: receiptsFold, decide: confirmEdition };
  const reply = replyOf(id, await ledgerline.commands.handle(streamName('receipt', principal.id), receipt, rules));
  return reply.kind === 'accepted' ? { ...reply, version } : reply;
}
