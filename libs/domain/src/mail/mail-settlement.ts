import type { MailEvents } from './mail-events.js';

/** What came of a mail, as whoever looked into it found. */
export type MailSettlement =
  | ({ readonly kind: 'registered' } & MailEvents['MailRegistered'])
  | ({ readonly kind: 'joined' } & MailEvents['MailJoined'])
  | ({ readonly kind: 'passed-over' } & MailEvents['MailPassedOver'])
  | ({ readonly kind: 'set-aside' } & Omit<MailEvents['MailSetAside'], 'person'>);
