import { callersToTell, isUnderWay, proposalFold, remindsAt, type Proposal } from '@ledgerline/domain';
import { foldedList, type CollectionDefinition, type Listed, type Row } from '@ledgerline/kernel';

export type ListedProposal = Listed<Proposal>;

/** Sorts after every time: a proposal without a date, and one that nobody has to be reminded of. */
export const never = '9999-12-31T23:59:59.999Z';

/**
 * A row for itself and one for each ticket that joined it. `reader`: who may find it (`open`: whoever sees its department's). `toTell`: some caller has
 * to be told; `toTellOpen`: one whose ticket is not confidential.
 */
export const proposalsCollection: CollectionDefinition<ListedProposal> = {
  name: 'proposals',
  version: 1,
  fields: {
    kind: 'string', ticket: 'string', department: 'string', owner: 'string', raisedBy: 'string', reader: 'string', status: 'string', underWay: 'boolean',
    toTell: 'boolean', toTellOpen: 'boolean', item: 'string', dueBy: 'string', remindsAt: 'string', raisedAt: 'string',
  },
  indexes: [
    ['kind', 'raisedAt'],
    ['kind', 'department', 'raisedAt'],
    ['kind', 'underWay', 'dueBy'],
    ['kind', 'underWay', 'department', 'dueBy'],
    ['kind', 'toTell', 'raisedAt'],
    ['kind', 'ticket', 'raisedAt'],
    ['kind', 'remindsAt'],
  ],
  rows: rowsOf,
  text: ({ title, text, product }) => [title, text, product].filter((one) => typeof one === 'string').join('\n'),
  personal: ['title', 'text', 'outcomes', 'callers'],
}; // prettier-ignore

function rowsOf(proposal: ListedProposal): readonly Row[] {
  const { department, owner = '', raisedBy, confidential, status, item = '', dueBy = never, raisedAt, callers } = proposal;
  const waiting = callersToTell(proposal);
  const row = {
    kind: 'proposal', ticket: '', department, owner, raisedBy, reader: confidential ? 'confidential' : 'open', status,
    underWay: isUnderWay(proposal), toTell: waiting.length > 0, toTellOpen: waiting.some((one) => !one.confidential), item, dueBy,
    remindsAt: remindsAt(proposal) ?? never, raisedAt,
  }; // prettier-ignore
  return [row, ...callers.map(({ ticket }) => ({ ...row, kind: 'caller', ticket }))];
}

export const proposalList = foldedList('proposal', proposalFold, proposalsCollection);
