import {
  emptyBook,
  eventsOfMissedCalls,
  keepClockBook,
  keepMissedCall,
  owesReturnCall,
  ticketEventDefinitions,
  withoutWords,
  type ClockBook,
  type Rulebook,
  type TicketEventType,
} from '@ledgerline/domain';
import { idOf, isIn, millisecondsOf, type CollectionDefinition, type Projection, type Recorded } from '@ledgerline/kernel';
import { sheetOfCall } from './call-sheet.js';
import type { DeadlineSheet } from './deadline-sheet.js';
import { rulebookBeside } from './rulebook-beside.js';
import { sheetOf } from './ticket-sheet.js';
import { never, rowFields, rowsOfSheet } from './sheet-rows.js';

/**
 * Every clock that has not ended, in order of what is due next: a row for each, one for the ticket (or contact) and one for
 * each part of it, and one for a ticket that is over and waits to be archived. An archived ticket is let go of, and a missed
 * call when nobody has to call back any more.
 */
export const deadlineSheetCollection: CollectionDefinition<DeadlineSheet> = {
  name: 'deadlines',
  version: 7,
  fields: rowFields,
  indexes: [
    ['wakes'],
    ['scope', 'due'],
    ['scope', 'department', 'due'],
    ['scope', 'handler', 'due'],
    ['scope', 'clock', 'due'],
    ['scope', 'holder', 'due'],
    ['scope', 'held', 'due'],
    ['scope', 'level', 'due'],
    ['scope', 'since'],
    ['scope', 'department', 'since'],
  ],
  // Nearly everything is general and not held: who asks for that meets it soon enough along what is due.
  none: { wakes: never, clock: '', department: '', handler: '', holder: '', since: '', held: false, level: 'general' },
  rows: rowsOfSheet,
  personal: [],
};

/** Events that neither move a clock nor change whom it concerns: they cost nothing here. */
const silent: readonly TicketEventType[] = [
  'ActivityImported', 'ExtensionEndorsed', 'GuidanceGiven', 'SpotCheckMade', 'OverdueReported', 'DelayExplained',
  'ProposalOutcomeTold',
]; // prettier-ignore

export const deadlineSheet: Projection<DeadlineSheet, Rulebook> = {
  collection: deadlineSheetCollection,
  categories: ['ticket', 'contact'],
  looksInside: [],
  events: [
    ...ticketEventDefinitions.map(({ type }) => type).filter((type) => !silent.includes(type as TicketEventType)),
    ...eventsOfMissedCalls,
  ],
  beside: rulebookBeside,
  keys: (recorded) => (concernsNoClock(recorded) ? [] : [idOf(recorded.stream)]),
  apply: (before, recorded, rulebook) => {
    const { stream, version, meta } = recorded;
    const of = { id: idOf(stream), version, asOf: millisecondsOf(meta.at) };
    if (isIn(stream, ofContacts)) {
      const known = before !== undefined && 'call' in before ? { book: before.book, outcome: before.call } : undefined;
      const call = keepMissedCall(known, recorded);
      return call && sheetOfCall(call, rulebook, of);
    }
    const book = keepClockBook(before?.book ?? emptyBook, withoutWords(recorded));
    if (book.ticket === undefined || book.ticket.status === 'archived') return undefined;
    if (before !== undefined && isSameButTime(before.book, book)) return before;
    return { book, ...sheetOf(book, rulebook, of) };
  },
};

const ofContacts = ['contact'];

/** What staff notes on a ticket, or does not tell the caller, moves nothing; nor does a call that was answered. */
function concernsNoClock({ type, data }: Recorded): boolean {
  if (type === 'ContactRecorded') return !owesReturnCall(data as Parameters<typeof owesReturnCall>[0]);
  if (type === 'MessageAdded') return (data as { from: string }).from === 'staff';
  return type === 'ProgressRecorded' && !(data as { toldCaller: boolean }).toldCaller;
}

/** A message from a caller whom nobody has asked, an attempt that does not count: nothing to write. */
function isSameButTime(before: ClockBook, after: ClockBook): boolean {
  if (before.runs !== after.runs || before.holds !== after.holds || before.facts !== after.facts) return false;
  if (before.holders !== after.holders || before.told !== after.told || before.liveFrom !== after.liveFrom) return false;
  return before.ticket?.parts === after.ticket?.parts && before.ticket?.status === after.ticket?.status;
}
