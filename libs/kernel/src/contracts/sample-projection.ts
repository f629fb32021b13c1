import type { CollectionDefinition, Row } from '../read-models.js';

/** A document as read-model contracts use it. */
export interface SampleDocument {
  readonly owner: string;
  readonly departments: readonly string[];
  readonly weight: number;
  readonly urgent: boolean;
  readonly words: string;
}

export const sampleCollection: CollectionDefinition<SampleDocument> = {
  name: 'sample-documents',
  version: 1,
  fields: { scope: 'string', owner: 'string', weight: 'number', urgent: 'boolean' },
  indexes: [
    ['scope', 'weight'],
    ['scope', 'owner', 'weight'],
    ['scope', 'urgent', 'weight'],
    ['scope', 'owner'],
  ],
  rows: ({ owner, departments, weight, urgent }) =>
    ['all', ...departments].map((scope): Row => ({ scope, owner, weight, urgent })),
  text: ({ words }) => words,
  personal: ['words'],
};

/** `count` documents that repeat every value often, so that ties are common. Deterministic. */
export function sampleDocuments(count: number): ReadonlyMap<string, SampleDocument> {
  const owners = ['Ann', 'ann', 'Zoë', '李雷', '\u{1f600}', '\uffee', ''];
  const words = ['小区 漏水 Wasserrohr', '道路照明故障', 'broken street light 路灯', '漏水投诉升级', 'nothing here', ''];
  const documents = new Map<string, SampleDocument>();
  for (let n = 0; n < count; n += 1) {
    documents.set(`d${String((n * 7919) % 100_003).padStart(6, '0')}`, {
      owner: owners[n % owners.length] as string,
      departments: [['north'], ['north', 'south'], [], ['south', 'east', 'north']][n % 4] as string[],
      weight: [(n * 37) % 11, -1.5, 0, 1_000_000][n % 4] as number,
      urgent: n % 3 === 0,
      words: words[(n * 5) % words.length] as string,
    });
  }
  return documents;
}
