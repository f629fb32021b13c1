import { identityFold, type ProviderIdentity, type IdentityEvents } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Personal, type Projection } from '@ledgerline/kernel';

export interface ListedIdentity extends NonNullable<ProviderIdentity> {
  readonly id: string;
  readonly subject: Personal<string>;
  readonly linkedAt: string;
  readonly linkedBy: string;
}

export const identitiesCollection: CollectionDefinition<ListedIdentity> = {
  name: 'identities',
  version: 1,
  fields: { account: 'string', issuer: 'string', linked: 'boolean' },
  indexes: [['account', 'linked', 'issuer']],
  rows: ({ account, issuer, linked }) => [{ account, issuer, linked }],
  personal: ['subject'],
};

export const identityList: Projection<ListedIdentity> = {
  collection: identitiesCollection,
  categories: ['identity'],
  looksInside: ['IdentityLinked'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (before, recorded) => {
    const identity = identityFold.evolve(before, recorded);
    if (identity === undefined || recorded.type !== 'IdentityLinked') return before && { ...before, linked: false };
    const { subject } = recorded.data as IdentityEvents['IdentityLinked'];
    const { account, issuer, person, linked } = identity;
    const { at, actor } = recorded.meta;
    return { id: idOf(recorded.stream), account, issuer, person, linked, subject, linkedAt: at, linkedBy: actor.id };
  },
};
