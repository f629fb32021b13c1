import { nextStep, probationFold, type Probation } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection, type Recorded } from '@ledgerline/kernel';

/** Without pay and without reasons: what a list says of somebody. */
export type ListedProbation = Omit<Probation, 'pay'> & { readonly id: string; readonly version: number };

/** `wakes`: when the system has next to do something about it. `asked`: something waits for somebody's approval. */
export const probationsCollection: CollectionDefinition<ListedProbation> = {
  name: 'probations',
  version: 2,
  fields: { status: 'string', department: 'string', account: 'string', asked: 'boolean', lastDay: 'string', wakes: 'string' },
  indexes: [['lastDay'], ['status', 'lastDay'], ['status', 'department', 'lastDay'], ['department', 'lastDay'], ['account', 'lastDay'], ['asked', 'lastDay'], ['wakes']],
  rows: (probation) => {
    const { status, department, account = '', lastDay, requests } = probation;
    const asked = requests.some(({ state }) => state === 'open');
    return [{ status, department, account, asked, lastDay, wakes: nextStep(probation)?.at ?? '' }];
  },
  text: ({ name, employeeNumber }) => [name, employeeNumber].filter((one) => typeof one === 'string').join('\n'),
  personal: ['name', 'employeeNumber'],
}; // prettier-ignore

/** What is sealed, and of what is plain what no list shows. */
const notInLists: ReadonlySet<string> = new Set([
  'sealed', 'pay', 'reason', 'unmet', 'conditions', 'about', 'festival', 'bonus', 'hospital', 'objectives', 'result', 'text',
]); // prettier-ignore

export const probationList: Projection<ListedProbation> = {
  collection: probationsCollection,
  categories: ['probation'],
  looksInside: ['ProbationBegun'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const probation = probationFold.evolve(listed as Probation | undefined, withoutPrivate(recorded));
    return probation && { ...probation, id: idOf(recorded.stream), version: recorded.version };
  },
};

function withoutPrivate(recorded: Recorded): Recorded {
  const data = Object.entries(recorded.data as object).filter(([name]) => !notInLists.has(name));
  return { ...recorded, data: Object.fromEntries(data) };
}
