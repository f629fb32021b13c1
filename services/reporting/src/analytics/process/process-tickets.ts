import type { Ask, FactAnswer } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';
import { nextOf, ticketBehind, type TicketBehind } from '../reports/tickets-behind.js';
import type { ProcessQuestion } from './process.js';
import { countedSql, type ProcessPart } from './process-part.js';
import { endsOfCases, stepsOf } from './steps-of.js';

export interface ProcessTicketsQuestion extends ProcessQuestion {
  readonly part: ProcessPart;
  /** Number of the ticket after which the page begins: the newest stand first. */
  readonly before?: number;
}

/**
 * Tickets looked at in one go: what is common has its page after the first few thousand. Whole courses are put in order in memory, some
 * 16 kB of it a ticket.
 */
const stretch = { first: 4_096, times: 4, most: { ofCourses: 4_096, ofOthers: 262_144 } };

/**
 * The tickets behind a number of the process (R14.2), by the very steps that it was counted from: what the asker may not see was not
 * counted and is not listed. Walks from the newest ticket to the oldest in stretches that grow, until the page is full.
 */
export async function processTickets(
  { part, before, limit, ...question }: ProcessTicketsQuestion,
  { ask, words }: { readonly ask: Ask; readonly words: WordList },
): Promise<{ readonly items: readonly TicketBehind[]; readonly next: string | null }> {
  const asked = stepsOf(question, words);
  const ends = await endsOfCases(asked, ask);
  if (ends === undefined) return { items: [], next: null };
  const { steps, values } = asked;
  const { first, last } = ends;
  const sql = `WITH s AS (${steps} AND s.ticket >= $least AND s.ticket < $before), counted AS (${countedSql(part, words)})
    SELECT t.ticket, t.id, t.number, t.registered, t.status, t.lead, c.facts FROM counted c JOIN tickets t ON t.ticket = c.ticket
    ORDER BY t.ticket DESC LIMIT $wanted`;
  const course = part.course === undefined ? {} : { course: part.course };
  const most = part.course === undefined ? stretch.most.ofOthers : stretch.most.ofCourses;
  const rows: FactAnswer[] = [];
  let [below, size] = [Math.min(before ?? Infinity, last + 1), stretch.first];
  while (rows.length <= limit && below > first) {
    const least = Math.max(first, below - size);
    const wanted = limit + 1 - rows.length;
    rows.push(...(await ask(sql, { ...values, ...course, least, before: below, wanted })));
    [below, size] = [least, Math.min(size * stretch.times, most)];
  }
  return { items: rows.slice(0, limit).map((row) => ticketBehind(row, words)), next: nextOf(rows, limit) };
}
