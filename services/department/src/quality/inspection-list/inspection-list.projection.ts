import { inspectionFold, type Inspection } from '@ledgerline/domain';
import { foldedList, type CollectionDefinition, type Listed } from '@ledgerline/kernel';

export type ListedInspection = Listed<Inspection>;

/** `reader`: `open`, or `confidential` where the ticket is. `shown`: its result shows to whoever did the work. */
export const inspectionsCollection: CollectionDefinition<ListedInspection> = {
  name: 'inspections',
  version: 1,
  fields: {
    status: 'string', agent: 'string', inspector: 'string', team: 'string', ticket: 'string', sample: 'string', month: 'string', reader: 'string',
    shown: 'boolean', openedAt: 'string', kind: 'string',
  },
  indexes: [
    ['kind', 'openedAt'],
    ['kind', 'status', 'openedAt'],
    ['kind', 'agent', 'openedAt'],
    ['kind', 'inspector', 'status', 'openedAt'],
    ['kind', 'team', 'openedAt'],
    ['kind', 'sample', 'openedAt'],
    ['kind', 'ticket', 'openedAt'],
  ],
  rows: ({ status, agent, inspector = '', team, ticket, sample, month, confidential, openedAt }) => [
    {
      ...{ kind: 'inspection', status, agent, inspector, team, ticket, sample, month, openedAt },
      reader: confidential ? 'confidential' : 'open',
      shown: status !== 'to-score' && status !== 'excused',
    },
  ],
  personal: ['scored', 'revised', 'appeal', 'decision', 'excused'],
}; // prettier-ignore

export const inspectionList = foldedList('inspection', inspectionFold, inspectionsCollection);
