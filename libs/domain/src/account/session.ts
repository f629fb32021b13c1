import type { Fold } from '@ledgerline/kernel';
import type { AccountEvent } from './account-events.js';

export type Session =
  | {
      readonly account: string;
      readonly startedAt: string;
      readonly expiresAt: string;
      readonly ended: boolean;
      readonly way?: 'oidc';
      /** For whom it acts, for as long as its owner stands in for them. */
      readonly onBehalfOf?: string;
    }
  | undefined;

export const sessionFold: Fold<Session> = {
  initial: undefined,
  evolve(session, recorded) {
    const event = recorded as unknown as AccountEvent;
    if (event.type === 'SessionStarted') return { ...event.data, startedAt: recorded.meta.at, ended: false };
    if (session === undefined) return session;
    switch (event.type) {
      case 'SessionEnded':
        return { ...session, ended: true };
      case 'ActingBegun':
        return { ...session, onBehalfOf: event.data.onBehalfOf };
      case 'ActingEnded': {
        const { onBehalfOf: _before, ...themselves } = session;
        return themselves;
      }
      default:
        return session;
    }
  },
};
