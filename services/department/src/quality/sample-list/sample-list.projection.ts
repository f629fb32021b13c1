import { sampleFold, type Sample } from '@ledgerline/domain';
import { foldedList, type CollectionDefinition, type Fold, type Listed } from '@ledgerline/kernel';

/** A sample of a list: of how many agents, how many pieces of work, and how many of these nobody scores yet. */
export interface SampleLine extends Omit<Listed<Sample>, 'pieces' | 'drawn'> {
  readonly agents: number;
  readonly inspections: number;
  readonly unassigned: number;
}
type SampleTold = Omit<SampleLine, 'id' | 'version'>;

export const samplesCollection: CollectionDefinition<SampleLine> = {
  name: 'samples',
  version: 2,
  fields: { kind: 'string', rule: 'string', drawnAt: 'string' },
  indexes: [
    ['kind', 'drawnAt'],
    ['kind', 'rule', 'drawnAt'],
  ],
  rows: ({ rule, drawnAt }) => [{ kind: 'sample', rule: rule.code, drawnAt }],
  personal: [],
};

/** Drawn once and as it was drawn for ever: counted once, for a page of samples may be of a hundred thousand pieces. */
const toldFold: Fold<SampleTold | undefined> = {
  initial: undefined,
  evolve: (before, recorded) => {
    const sample = sampleFold.evolve(undefined, recorded);
    return sample === undefined ? before : toldOf(sample);
  },
};

export function toldOf({ pieces, drawn, ...sample }: Sample): SampleTold {
  const agents = new Set(drawn.map(({ agent }) => agent)).size;
  const unassigned = pieces.filter(({ inspector }) => inspector === undefined).length;
  return { ...sample, agents, inspections: pieces.length, unassigned };
}

export const sampleList = foldedList('sample', toldFold, samplesCollection);
