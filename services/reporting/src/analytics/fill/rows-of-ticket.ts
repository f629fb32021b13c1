import { dayLength, isOpen, leadOf, packBook, stillShown, type ClockOutcome, type Ticket } from '@ledgerline/domain';
import { millisecondsOf } from '@ledgerline/kernel';
import type { FactRows } from './fact-rows.js';
import type { KnownTicket } from './known-ticket.js';
import type { TermsThen } from './telephony-beside.js';
import type { WordList } from './word-list.js';

/** The ticket as it stands, its assignments, and the book of its clocks. */
export function addTicket(
  known: KnownTicket,
  { rows, words, termsAt }: { readonly rows: FactRows; readonly words: WordList; readonly termsAt: TermsThen },
): void {
  const { ticket: key, id, version, book, lastAt, answeredAt } = known;
  const { ticket } = book;
  if (ticket === undefined) return;
  const word = (text: string | undefined) => words.orNull(text);
  const { number, status, confidential, imported, parent, kind, level, item, channel, site, district, product, closureCode } =
    ticket;
  const { returnsGranted, rejections, reworks, replies, messages, assignments } = ticket;
  rows.add('tickets', [
    key, id, number, version, millisecondsOf(ticket.registeredAt), lastAt, answeredAt ?? null, word(status),
    isOpen(ticket), confidential, imported, parent, word(kind), word(level), word(item),
    word(channel), word(site), word(district), word(product), word(leadOf(ticket)?.department), word(holderOf(known)), word(closureCode),
    returnsGranted, rejections, reworks, replies, messages, assignments, known.cameBackAt ?? null, firstContactUntil(ticket.registeredAt, termsAt),
  ]); // prettier-ignore
  addAssignments(key, ticket, rows, word);
  rows.add('books', [key, packBook({ book, outcomes: known.settled.map(asOutcome) }, words)]);
}

/** By the telephone rule that was in force when the caller first came. */
function firstContactUntil(registeredAt: string, termsAt: TermsThen): number | null {
  const terms = termsAt(registeredAt);
  return terms === undefined ? null : millisecondsOf(registeredAt) + terms.rule.firstContact.days * dayLength;
}

function addAssignments(key: number, { parts }: Ticket, rows: FactRows, word: (text: string | undefined) => number | null): void {
  for (const part of parts)
    rows.add('assignments', [
      key, part.assignment, word(part.department), word(part.part), word(part.handler), millisecondsOf(part.routedAt), word(part.status), stillShown(part),
    ]); // prettier-ignore
}

/** Who has it now (deadlines.md, "Time by holder"), holds aside. */
function holderOf({ book }: KnownTicket): string | undefined {
  return book.holders.at(-1)?.holder.who;
}

function asOutcome(settled: KnownTicket['settled'][number]): ClockOutcome | undefined {
  return settled === 'no-rule' ? undefined : settled;
}
