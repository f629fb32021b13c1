import { isPursued, pursuitFold, pursuitRemindsAt, type Pursuit } from '@ledgerline/domain';
import { foldedList, type CollectionDefinition, type Listed } from '@ledgerline/kernel';

export type ListedPursuit = Listed<Pursuit>;

/** Sorts after every time: what has no date, and what nobody has to be reminded of. */
const never = '9999-12-31T23:59:59.999Z';

/** `of`: lead or at-risk customer. */
export const pursuitsCollection: CollectionDefinition<ListedPursuit> = {
  name: 'pursuits',
  version: 1,
  fields: {
    kind: 'string', of: 'string', owner: 'string', department: 'string', stage: 'string', underWay: 'boolean', dueBy: 'string', remindsAt: 'string',
    openedAt: 'string', customer: 'string',
  },
  indexes: [
    ['kind', 'of', 'openedAt'],
    ['kind', 'of', 'stage', 'openedAt'],
    ['kind', 'of', 'owner', 'underWay', 'dueBy'],
    ['kind', 'of', 'underWay', 'dueBy'],
    ['kind', 'of', 'department', 'underWay', 'dueBy'],
    ['kind', 'of', 'customer', 'openedAt'],
    ['kind', 'customer'],
    ['kind', 'remindsAt'],
  ],
  rows: (pursuit) => {
    const { kind: of, owner, department, stage, dueBy = never, openedAt, customer } = pursuit;
    const remindsAt = pursuitRemindsAt(pursuit) ?? never;
    return [{ kind: 'pursuit', of, owner, department, stage, underWay: isPursued(pursuit), dueBy, remindsAt, openedAt, customer }];
  },
  text: ({ title, text, product }) => [title, text, product].filter((one) => typeof one === 'string').join('\n'),
  personal: ['title', 'text', 'step'],
}; // prettier-ignore

export const pursuitList = foldedList('pursuit', pursuitFold, pursuitsCollection);
