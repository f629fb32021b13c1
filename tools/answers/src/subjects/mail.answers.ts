import type { Mailbox } from '@ledgerline/gateway/answers';
import type { ShownMail } from '@ledgerline/reporting/answers';
import type { Accepted, Page, Whole } from '../answer-shapes.ts';

/** Mail as a way in: how it goes with the mailboxes, and what a person has to look at. */
export interface MailAnswers {
  'get /mailboxes': Whole<Mailbox>;
  'get /mails': Page<ShownMail>;
  'get /mails/{id}': ShownMail;
  'post /mails/{id}/{step}': Accepted;
}
