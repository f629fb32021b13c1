import { tokenFold, type Token } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** Never the token itself: nobody has it but whom it was told. */
export type ListedToken = NonNullable<Token> & { readonly id: string };

export const tokensCollection: CollectionDefinition<ListedToken> = {
  name: 'tokens',
  version: 1,
  fields: { kind: 'string', issuedBy: 'string', issuedAt: 'string' },
  indexes: [
    ['kind', 'issuedAt'],
    ['kind', 'issuedBy', 'issuedAt'],
  ],
  rows: ({ issuedBy, issuedAt }) => [{ kind: 'token', issuedBy, issuedAt }],
  personal: [],
};

export const tokenList: Projection<ListedToken> = {
  collection: tokensCollection,
  categories: ['token'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const token = tokenFold.evolve(listed, recorded);
    return token && { ...token, id: idOf(recorded.stream) };
  },
};
