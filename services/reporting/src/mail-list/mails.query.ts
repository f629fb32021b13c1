import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { mailFold, seesEveryTicket, watchesHouse, type ExistingMail } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { waitFor } from '../wait-for.js';
import { mailListCollection } from './mail-list.projection.js';

export interface MailFilter {
  readonly state?: string;
  readonly mailbox?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** A mail as those see it who keep the mailboxes: what became of it and why, nothing of what it says or who wrote it. */
export type ShownMail = Pick<
  ExistingMail,
  'mailbox' | 'state' | 'size' | 'cut' | 'receivedAt' | 'recordedAt' | 'round' | 'ticket' | 'why' | 'at' | 'reason'
> & { readonly id: string };

export type MailsAnswer = { readonly kind: 'page'; readonly items: readonly ShownMail[]; readonly next?: string } | Problem;

/** The mails that came, the latest first; for administrators and auditors. */
export async function listMails(
  { body, principal, after }: QueryRequest<MailFilter>,
  ledgerline: Ledgerline,
): Promise<MailsAnswer> {
  if (!watchesHouse(principal.roles)) return problem('not-allowed');
  const mails = await ledgerline.live(mailListCollection);
  const behind = await waitFor(after, mails, ledgerline);
  if (behind) return behind;
  const { limit = 50, cursor, ...filters } = body;
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const where = { scope: 'mail', ...Object.fromEntries(given) };
  const page = await mails.find({ where, sort: ['-recordedAt'], limit, ...(cursor === undefined ? {} : { cursor }) });
  const items = page.items.map(({ document }) => shown(document.id, document, principal));
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
}

/** One as it is now, from its own stream. */
export async function oneMail(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'mail'; readonly mail: ShownMail } | Problem> {
  if (!watchesHouse(principal.roles)) return problem('not-allowed');
  const { state: mail } = await ledgerline.commands.current(streamName('mail', id), mailFold);
  return mail === undefined ? problem('mail-not-found') : { kind: 'mail', mail: shown(id, mail, principal) };
}

/** How many of each mailbox are set aside. */
export async function countSetAside(
  { body, principal }: QueryRequest<{ readonly mailboxes: readonly string[] }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'set-aside'; readonly counts: Readonly<Record<string, number>> } | Problem> {
  if (!watchesHouse(principal.roles)) return problem('not-allowed');
  const mails = await ledgerline.live(mailListCollection);
  const counted = await Promise.all(
    body.mailboxes.map(async (mailbox) => {
      const where = { scope: 'mail', mailbox, state: 'set-aside' };
      return [mailbox, await mails.count({ where })] as const;
    }),
  );
  return { kind: 'set-aside', counts: Object.fromEntries(counted) };
}

/** Of which ticket it became a part is told to those who may know of any. */
function shown(id: string, mail: ExistingMail, { roles }: Pick<Principal, 'roles'>): ShownMail {
  const { mailbox, state, size, cut, receivedAt, recordedAt, round, why, at, reason } = mail;
  const ticket = seesEveryTicket(roles) ? mail.ticket : undefined;
  const optional = Object.entries({ cut, ticket, why, at, reason }).filter(([, value]) => value !== undefined);
  return { id, mailbox, state, size, receivedAt, recordedAt, round, ...Object.fromEntries(optional) };
}
