import type { EventDefinition, Fold, Personal } from '@ledgerline/kernel';

/** Accounts, sessions and API tokens. A person's name and password hash are sealed with the account's own key. */
export interface AccountEvents {
  AccountCreated: {
    readonly person: string;
    readonly username: Personal<string>;
    readonly name: Personal<string>;
    readonly roles: readonly string[];
    readonly departments: readonly string[];
    /** Holds every role and every department until narrowed. */
    readonly unrestricted: boolean;
    readonly passwordHash?: Personal<string>;
  };
  PasswordSet: { readonly person: string; readonly passwordHash: Personal<string> };
  AccountChanged: { readonly roles: readonly string[]; readonly departments: readonly string[]; readonly unrestricted: boolean };
  SessionStarted: { readonly account: string; readonly expiresAt: string };
  SessionEnded: Record<never, never>;
  TokenIssued: {
    readonly name: string;
    readonly roles: readonly string[];
    readonly departments: readonly string[];
    readonly scopes: readonly string[];
    readonly expiresAt?: string;
  };
  TokenRevoked: Record<never, never>;
}
export type AccountEventType = keyof AccountEvents;
export type AccountEvent = { [T in AccountEventType]: { readonly type: T; readonly data: AccountEvents[T] } }[AccountEventType];

const personal: Partial<Record<AccountEventType, readonly string[]>> = {
  AccountCreated: ['username', 'name', 'passwordHash'],
  PasswordSet: ['passwordHash'],
};

export const accountEventDefinitions: readonly EventDefinition[] = (
  ['AccountCreated', 'PasswordSet', 'AccountChanged', 'SessionStarted', 'SessionEnded', 'TokenIssued', 'TokenRevoked'] as const
).map((type) => ({ type, schema: 1, ...(personal[type] ? { personal: personal[type] } : {}) }));

export type Account = AccountEvents['AccountCreated'] | undefined;

export const accountFold: Fold<Account> = {
  initial: undefined,
  evolve(account, recorded) {
    const event = recorded as unknown as AccountEvent;
    if (event.type === 'AccountCreated') return event.data;
    if (account === undefined) return account;
    if (event.type === 'PasswordSet') return { ...account, passwordHash: event.data.passwordHash };
    if (event.type === 'AccountChanged') return { ...account, ...event.data };
    return account;
  },
};

export type Session = { readonly account: string; readonly expiresAt: string; readonly ended: boolean } | undefined;

export const sessionFold: Fold<Session> = {
  initial: undefined,
  evolve(session, recorded) {
    const event = recorded as unknown as AccountEvent;
    if (event.type === 'SessionStarted') return { ...event.data, ended: false };
    return session && event.type === 'SessionEnded' ? { ...session, ended: true } : session;
  },
};

export type Token =
  | (AccountEvents['TokenIssued'] & { readonly revoked: boolean; readonly issuedBy: string; readonly issuedAt: string })
  | undefined;

export const tokenFold: Fold<Token> = {
  initial: undefined,
  evolve(token, recorded) {
    const event = recorded as unknown as AccountEvent;
    if (event.type === 'TokenIssued')
      return { ...event.data, revoked: false, issuedBy: recorded.meta.actor.id, issuedAt: recorded.meta.at };
    return token && event.type === 'TokenRevoked' ? { ...token, revoked: true } : token;
  },
};
