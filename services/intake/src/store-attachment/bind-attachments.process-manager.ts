import { ticketFold, type MaybeTicket } from '@ledgerline/domain';
import { idOf, type ProcessManager } from '@ledgerline/kernel';

/** Who sees a ticket sees what was attached to it: each attachment learns of the tickets that refer to it. */
export const bindAttachments: ProcessManager<MaybeTicket> = {
  name: 'bind-attachments',
  version: 1,
  categories: ['ticket'],
  events: ['TicketRegistered', 'MessageAdded', 'ReturnRequested', 'ProgressRecorded', 'ReportSubmitted'],
  fold: ticketFold,
  react: (_ticket, { data, stream }) =>
    ((data as { attachments?: readonly string[] }).attachments ?? []).map((attachment) => ({
      step: attachment,
      service: 'intake',
      command: 'bind-attachment',
      target: attachment,
      data: { ticket: idOf(stream) },
    })),
};
