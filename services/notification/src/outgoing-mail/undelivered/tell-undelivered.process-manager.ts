import { outgoingMailFold, type OutgoingMail, type OutgoingMailEvent } from '@ledgerline/domain';
import { idOf, type ProcessManager } from '@ledgerline/kernel';

/** R7.1: what did not arrive, or nobody knows of, is told to the ticket, where it is somebody's to see to. */
export const tellUndelivered: ProcessManager<OutgoingMail> = {
  name: 'tell-undelivered',
  version: 1,
  categories: ['outgoing-mail'],
  events: ['OutgoingMailRefused', 'OutgoingMailUncertain', 'OutgoingMailBounced'],
  fold: { ...outgoingMailFold, looksInside: [] },
  react(mail, recorded) {
    const why = whyOf(recorded as unknown as OutgoingMailEvent);
    if (mail === undefined || why === undefined) return [];
    const { purpose, by, ticket } = mail;
    const data = { mail: idOf(recorded.stream), purpose, why, by };
    return [{ step: 'tell', service: 'notification', command: 'note-undelivered', target: ticket, data }];
  },
};

/** Whose person was erased is nobody's to be reached. */
function whyOf(event: OutgoingMailEvent): string | undefined {
  switch (event.type) {
    case 'OutgoingMailRefused':
      return event.data.why === 'erased' ? undefined : event.data.why;
    case 'OutgoingMailUncertain':
      return 'uncertain';
    case 'OutgoingMailBounced':
      return 'bounced';
    default:
      return undefined;
  }
}
