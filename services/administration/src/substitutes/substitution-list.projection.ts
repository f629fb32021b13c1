import { substitutionId, type AccountEvents } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** One substitution: who stands in for whom, from when until when, and why. */
export interface ListedSubstitution extends Omit<AccountEvents['SubstituteNamed'], 'person'> {
  readonly id: string;
  readonly absent: string;
  readonly namedBy: string;
  readonly namedAt: string;
  /** Before its time. */
  readonly ended?: { readonly at: string; readonly by: string };
}

/** `until` of the rows is when it was over in fact. */
export const substitutionsCollection: CollectionDefinition<ListedSubstitution> = {
  name: 'substitutions',
  version: 1,
  fields: { kind: 'string', absent: 'string', substitute: 'string', until: 'string' },
  indexes: [
    ['kind', 'until'],
    ['absent', 'until'],
    ['substitute', 'until'],
  ],
  rows: ({ absent, substitute, until, ended }) => [
    { kind: 'substitution', absent, substitute, until: ended === undefined || ended.at > until ? until : ended.at },
  ],
  personal: ['reason'],
};

export const substitutionList: Projection<ListedSubstitution> = {
  collection: substitutionsCollection,
  categories: ['account'],
  looksInside: ['SubstituteNamed'],
  events: ['SubstituteNamed', 'SubstitutionEnded'],
  keys: ({ stream, data }) => [substitutionId(idOf(stream), (data as { readonly substitution: string }).substitution)],
  apply: (before, { stream, type, data, meta }) => {
    const { at, actor } = meta;
    if (type === 'SubstitutionEnded') return before && { ...before, ended: { at, by: actor.id } };
    const { person: _key, ...named } = data as AccountEvents['SubstituteNamed'];
    const absent = idOf(stream);
    return { id: substitutionId(absent, named.substitution), absent, ...named, namedBy: actor.id, namedAt: at };
  },
};
