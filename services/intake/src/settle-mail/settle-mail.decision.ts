import type { Mail, MailEvent, MailSettlement } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Once a round: a second reader of the same mailbox finds the same, and changes nothing. */
export const settleMail: Decide<MailSettlement, Mail, MailEvent> = (settlement, mail) => {
  if (mail === undefined) return rejected('mail-not-found');
  if (mail.state !== 'waiting') return rejected('mail-already-settled', { state: mail.state });
  switch (settlement.kind) {
    case 'registered': {
      const { contact, ticket } = settlement;
      return [{ type: 'MailRegistered', data: { contact, ticket } }];
    }
    case 'joined':
      return [{ type: 'MailJoined', data: { ticket: settlement.ticket } }];
    case 'passed-over': {
      const { kind: _kind, ...data } = settlement;
      return [{ type: 'MailPassedOver', data }];
    }
    case 'set-aside': {
      const { kind: _kind, ...data } = settlement;
      return [{ type: 'MailSetAside', data: { ...data, person: mail.person } }];
    }
  }
};

/** What was in its way may be mended: a setting, an item, a restriction that is over. */
export const tryMailAgain: Decide<unknown, Mail, MailEvent> = (_command, mail) => {
  if (mail === undefined) return rejected('mail-not-found');
  return mail.state === 'set-aside'
    ? [{ type: 'MailTriedAgain', data: {} }]
    : rejected('mail-not-set-aside', { state: mail.state });
};

/** It stays as it came, on record with who let it be and why. */
export const dismissMail: Decide<{ readonly reason: string }, Mail, MailEvent> = ({ reason }, mail) => {
  if (mail === undefined) return rejected('mail-not-found');
  return mail.state === 'set-aside'
    ? [{ type: 'MailDismissed', data: { person: mail.person, reason } }]
    : rejected('mail-not-set-aside', { state: mail.state });
};
