import { sampleFold, type Sample } from '@ledgerline/domain';
import type { CollectionDefinition } from '@ledgerline/kernel';
import { listOfRecords, type Listed } from '../../listed-record.js';

export type ListedSample = Listed<Sample>;

export const samplesCollection: CollectionDefinition<ListedSample> = {
  name: 'samples',
  version: 1,
  fields: { kind: 'string', rule: 'string', drawnAt: 'string' },
  indexes: [
    ['kind', 'drawnAt'],
    ['kind', 'rule', 'drawnAt'],
  ],
  rows: ({ rule, drawnAt }) => [{ kind: 'sample', rule: rule.code, drawnAt }],
  personal: [],
};

export const sampleList = listOfRecords('sample', sampleFold, samplesCollection);
