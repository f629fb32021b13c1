import { instantText, type FactAnswer } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';

/** A ticket behind a number. */
export interface TicketBehind {
  readonly id: string;
  readonly number: string;
  readonly registeredAt: string;
  readonly status: string;
  readonly lead: string | null;
  /** How many of its facts the number counted. */
  readonly facts: number;
}

/** A row of `ticket, id, number, registered, status, lead, facts`, as it is told. */
export function ticketBehind({ id, number, registered, status, lead, facts }: FactAnswer, words: WordList): TicketBehind {
  return {
    id: id as string,
    number: number as string,
    registeredAt: instantText(registered as number),
    status: words.wordOf(status as number),
    lead: lead === null || lead === undefined ? null : words.wordOf(lead as number),
    facts: Number(facts),
  };
}

/** Where the next page begins: one row more than fits was asked for. */
export function nextOf(rows: readonly FactAnswer[], limit: number): string | null {
  return rows.length > limit ? String(rows[limit - 1]?.['ticket']) : null;
}
