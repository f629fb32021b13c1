import { problem, type ConfirmAnnouncement } from '@ledgerline/contracts';
import { announcementFold, confirmEdition, mayCommand, receiptsFold, statusOfAnnouncement } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';

/** `POST /announcements/{id}/confirm`: written to the stream of whoever confirms. What they have confirmed already they have. */
export async function confirmAnnouncement(
  request: CommandRequest<ConfirmAnnouncement>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  const { id, principal, body } = request;
  if (!mayCommand(principal.roles, 'confirm-announcement')) return problem('not-allowed');
  const { state } = await ledgerline.commands.current(streamName('announcement', id), announcementFold);
  if (state === undefined || !state.addressed.includes(principal.id)) return problem('announcement-not-found');
  const status = statusOfAnnouncement(state, instantText(ledgerline.clock.now()));
  if (status === 'withdrawn') return problem('announcement-is-withdrawn');
  if (!state.mustConfirm) return problem('no-receipt-asked');
  const { edition } = state;
  if (body.edition !== edition) return problem('announcement-was-corrected', { edition });
  const command = { ...commandOf(request), data: { announcement: id, edition } };
  const rules = { fold: receiptsFold, decide: confirmEdition };
  return replyOf(id, await ledgerline.commands.handle(streamName('receipt', principal.id), command, rules));
}
