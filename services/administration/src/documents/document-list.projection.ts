import { documentFold, type GovernedDocument } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export type ListedDocument = NonNullable<GovernedDocument>;

/** `ownDraft`: some version was approved by whoever drafted it; an auditor finds it by that. */
export const documentsCollection: CollectionDefinition<ListedDocument> = {
  name: 'documents',
  version: 2,
  fields: { type: 'string', code: 'string', ownDraft: 'boolean' },
  indexes: [
    ['type', 'code'],
    ['ownDraft', 'type'],
  ],
  rows: ({ type, code, versions }) => [{ type, code, ownDraft: versions.some(({ ownDraft }) => ownDraft === true) }],
  personal: [],
};

export const documentList: Projection<ListedDocument> = {
  collection: documentsCollection,
  categories: ['document'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (document, recorded) => documentFold.evolve(document, recorded),
};
