import { siteFold, type Site } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export const sitesCollection: CollectionDefinition<NonNullable<Site>> = {
  name: 'sites',
  version: 1,
  fields: { kind: 'string', code: 'string' },
  indexes: [['kind', 'code']],
  rows: ({ code }) => [{ kind: 'site', code }],
  personal: [],
};

export const siteList: Projection<NonNullable<Site>> = {
  collection: sitesCollection,
  categories: ['site'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (site, recorded) => siteFold.evolve(site, recorded),
};
