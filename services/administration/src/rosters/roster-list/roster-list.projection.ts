import { rosterFold, type ShiftRoster } from '@ledgerline/domain';
import { foldedList, type CollectionDefinition, type Listed } from '@ledgerline/kernel';

export type ListedRoster = Listed<ShiftRoster>;

/** A row for itself and one for everybody on it: whoever asks for their own days finds them by these. */
export const rostersCollection: CollectionDefinition<ListedRoster> = {
  name: 'rosters',
  version: 1,
  fields: { kind: 'string', account: 'string', department: 'string', month: 'string' },
  indexes: [
    ['kind', 'month'],
    ['kind', 'department', 'month'],
    ['kind', 'account', 'month'],
  ],
  rows: ({ department, month, people }) => [
    { kind: 'roster', account: '', department, month },
    ...people.map(({ account }) => ({ kind: 'person', account, department, month })),
  ],
  personal: ['changes'],
};

export const rosterList = foldedList('roster', rosterFold, rostersCollection);
