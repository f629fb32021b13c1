import { problemRecordFold, type ProblemRecord } from '@ledgerline/domain';
import { foldedList, type CollectionDefinition, type Listed, type Row } from '@ledgerline/kernel';

export type ListedProblem = Listed<ProblemRecord>;

/**
 * A row for itself and one for each ticket that is linked. An empty `product` or `about` (the kind of ticket) fits every one. `reader`: `open`, or
 * `confidential` where it came of such a ticket.
 */
export const problemsCollection: CollectionDefinition<ListedProblem> = {
  name: 'problems',
  version: 1,
  fields: {
    kind: 'string', ticket: 'string', item: 'string', product: 'string', about: 'string', department: 'string', reader: 'string', status: 'string',
    resolved: 'boolean', openedAt: 'string',
  },
  indexes: [
    ['kind', 'openedAt'],
    ['kind', 'resolved', 'openedAt'],
    ['kind', 'department', 'openedAt'],
    ['kind', 'item', 'resolved', 'openedAt'],
    ['kind', 'ticket', 'openedAt'],
  ],
  rows: rowsOf,
  text: ({ title, text, product }) => [title, text, product].filter((one) => typeof one === 'string').join('\n'),
  personal: ['title', 'text', 'workaround', 'resolved'],
}; // prettier-ignore

function rowsOf({
  item,
  product = '',
  kind,
  department,
  confidential,
  status,
  openedAt,
  tickets,
}: ListedProblem): readonly Row[] {
  const row = {
    kind: 'problem', ticket: '', item, product, about: kind ?? '', department, reader: confidential ? 'confidential' : 'open', status,
    resolved: status === 'resolved', openedAt,
  }; // prettier-ignore
  return [row, ...tickets.map(({ ticket }) => ({ ...row, kind: 'ticket', ticket }))];
}

export const problemList = foldedList('problem', problemRecordFold, problemsCollection);
