import { idOf, type ProcessManager } from '@ledgerline/kernel';

/** Who sees a ticket sees what was attached to it: each attachment learns of the tickets that refer to it. */
export const bindAttachments: ProcessManager = {
  name: 'bind-attachments',
  version: 1,
  categories: ['ticket'],
  events: ['TicketRegistered', 'MessageAdded', 'ReturnRequested', 'ProgressRecorded', 'ReportSubmitted'],
  concerns: ({ data }) => attachmentsOf(data).length > 0,
  react: (_ticket, { data, stream }) =>
    attachmentsOf(data).map((attachment) => ({
      step: attachment,
      service: 'intake',
      command: 'bind-attachment',
      target: attachment,
      data: { ticket: idOf(stream) },
    })),
};

function attachmentsOf(data: unknown): readonly string[] {
  return (data as { readonly attachments?: readonly string[] }).attachments ?? [];
}
