import type { AnswerQuery } from '@ledgerline/host';
import { onNow } from './on-duty/on-now.query.js';
import { ownShifts } from './on-duty/own-shifts.query.js';
import { listRosters } from './roster-list/list-rosters.query.js';
import { oneRoster } from './roster-list/one-roster.query.js';
import { shiftBook } from './shift-books/shift-book.query.js';

export const rosterQueries: Readonly<Record<string, AnswerQuery>> = {
  rosters: listRosters,
  roster: oneRoster,
  'own-shifts': ownShifts,
  'on-now': onNow,
  'shift-book': shiftBook,
};
