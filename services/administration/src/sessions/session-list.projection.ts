import { sessionFold, type Session } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export interface ListedSession {
  readonly id: string;
  readonly account: string;
  readonly startedAt: string;
  readonly expiresAt: string;
  readonly ended: boolean;
  /** Where it was not by password. */
  readonly way?: 'oidc';
}

/** Where people are signed in. The id is a digest of the token, from which nobody comes back to it. */
export const sessionsCollection: CollectionDefinition<ListedSession> = {
  name: 'sessions',
  version: 2,
  fields: { account: 'string', ended: 'boolean', startedAt: 'string' },
  indexes: [['account', 'ended', 'startedAt']],
  rows: ({ account, ended, startedAt }) => [{ account, ended, startedAt }],
  personal: [],
};

export const sessionList: Projection<ListedSession> = {
  collection: sessionsCollection,
  categories: ['session'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (before, recorded) => {
    const session = sessionFold.evolve(before as Session, recorded);
    if (!session) return before;
    const { account, expiresAt, ended, way } = session;
    const startedAt = before?.startedAt ?? recorded.meta.at;
    return { id: idOf(recorded.stream), account, startedAt, expiresAt, ended, ...(way === undefined ? {} : { way }) };
  },
};
