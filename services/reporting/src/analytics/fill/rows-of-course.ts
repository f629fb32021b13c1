import { fitnessOf } from '@ledgerline/domain';
import type { RecordedEvent } from '@ledgerline/kernel';
import type { FactRows } from './fact-rows.js';
import type { KnownTicket } from './known-ticket.js';
import type { WordList } from './word-list.js';

interface Adding {
  readonly rows: FactRows;
  readonly words: WordList;
}

/** Where the ticket's course left the prescribed one with its last event, once for good. */
export function addDeviations(
  { ticket, course, lastAt }: KnownTicket,
  { version }: RecordedEvent,
  { rows, words }: Adding,
): void {
  for (const { way, name, department } of course.found)
    rows.add('deviations', [ticket, version, lastAt, words.orNull(department), words.numberOf(way), words.numberOf(name)]);
}

/** How far the course fits, as it stands. */
export function addCourse({ ticket, course }: KnownTicket, { rows, words }: Adding): void {
  const { lead, fitting, skipped, unexpected, owed } = course;
  rows.add('courses', [ticket, words.orNull(lead), fitting, skipped + unexpected + owed, fitnessOf(course)]);
}
