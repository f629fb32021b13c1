import { calibrationFold, type Calibration } from '@ledgerline/domain';
import { foldedList, type CollectionDefinition, type Listed } from '@ledgerline/kernel';

export type ListedCalibration = Listed<Calibration>;

/** A row for itself and one for each inspector who is to score. `reader`: `open`, or `confidential` where a ticket is. */
export const calibrationsCollection: CollectionDefinition<ListedCalibration> = {
  name: 'calibrations',
  version: 1,
  fields: { kind: 'string', inspector: 'string', status: 'string', reader: 'string', openedAt: 'string' },
  indexes: [
    ['kind', 'openedAt'],
    ['kind', 'status', 'openedAt'],
    ['kind', 'inspector', 'openedAt'],
  ],
  rows: ({ inspectors, status, confidential, openedAt }) => {
    const row = { kind: 'calibration', inspector: '', status, reader: confidential ? 'confidential' : 'open', openedAt };
    return [row, ...inspectors.map((inspector) => ({ ...row, kind: 'inspector', inspector }))];
  },
  personal: ['title', 'scores'],
};

export const calibrationList = foldedList('calibration', calibrationFold, calibrationsCollection);
