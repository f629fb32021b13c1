import type { EventDefinition, Fold, Personal } from '@ledgerline/kernel';
import type { SecondFactor } from './second-factor.js';
import { withSubstitution, type Substitution } from './substitution.js';
import type { SignedUndertaking } from './undertaking.js';

export * from './rights-of-account.js';
export * from './second-factor.js';
export * from './substitution.js';
export * from './undertaking.js';

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
  AccountChanged: {
    readonly roles: readonly string[];
    readonly departments: readonly string[];
    readonly unrestricted: boolean;
    readonly person?: string;
    readonly reason?: Personal<string>;
  };
  AccountRenamed: { readonly person: string; readonly name: Personal<string> };
  /** Ends its sessions, and the tokens that it issued, at once; nobody signs in with it until it is reactivated. */
  AccountDeactivated: { readonly person: string; readonly reason: Personal<string> };
  AccountReactivated: { readonly person: string; readonly reason: Personal<string> };
  /** The yearly confidentiality undertaking (保密承诺书), by the text of this edition (R7.2). */
  UndertakingSigned: { readonly edition: string };
  SecondFactorOffered: { readonly enrolment: number };
  SecondFactorConfirmed: { readonly enrolment: number; readonly step: number };
  SecondFactorUsed: { readonly enrolment: number; readonly step: number };
  RecoveryCodeUsed: { readonly enrolment: number; readonly place: number };
  /** With a reason where somebody else took it away. */
  SecondFactorRemoved: { readonly enrolment: number; readonly person?: string; readonly reason?: Personal<string> };
  /** Who stands in during an absence of this account's owner (代理); times are RFC 3339, UTC. It ends by itself. */
  SubstituteNamed: {
    /** Id of the command that named it. */
    readonly substitution: string;
    readonly substitute: string;
    readonly from: string;
    readonly until: string;
    readonly person: string;
    readonly reason: Personal<string>;
  };
  /** Before its time. */
  SubstitutionEnded: { readonly substitution: string; readonly person?: string; readonly reason?: Personal<string> };
  /** `way` where it was not by password. */
  SessionStarted: { readonly account: string; readonly expiresAt: string; readonly way?: 'oidc' };
  /** From now on this session acts with the rights of an absent person. */
  ActingBegun: { readonly onBehalfOf: string };
  ActingEnded: Record<never, never>;
  SessionEnded: Record<never, never>;
  TokenIssued: {
    readonly name: string;
    readonly roles: readonly string[];
    readonly departments: readonly string[];
    readonly scopes: readonly string[];
    readonly expiresAt?: string;
  };
  TokenRevoked: { readonly reason?: string };
}
export type AccountEventType = keyof AccountEvents;
export type AccountEvent = { [T in AccountEventType]: { readonly type: T; readonly data: AccountEvents[T] } }[AccountEventType];

const personal: Partial<Record<AccountEventType, readonly string[]>> = {
  AccountCreated: ['username', 'name', 'passwordHash'],
  PasswordSet: ['passwordHash'],
  AccountChanged: ['reason'],
  AccountRenamed: ['name'],
  AccountDeactivated: ['reason'],
  AccountReactivated: ['reason'],
  SecondFactorRemoved: ['reason'],
  SubstituteNamed: ['reason'],
  SubstitutionEnded: ['reason'],
};

export const accountEventDefinitions: readonly EventDefinition[] =
  ([
    'AccountCreated', 'PasswordSet', 'AccountChanged', 'AccountRenamed', 'AccountDeactivated', 'AccountReactivated', 'SessionStarted',
    'SessionEnded', 'TokenIssued', 'TokenRevoked', 'UndertakingSigned', 'SecondFactorOffered', 'SecondFactorConfirmed', 'SecondFactorUsed', 'RecoveryCodeUsed', 'SecondFactorRemoved',
    'SubstituteNamed', 'SubstitutionEnded', 'ActingBegun', 'ActingEnded',
  ] as const) // prettier-ignore
    .map((type) => ({ type, schema: 1, ...(personal[type] ? { personal: personal[type] } : {}) }));

export type Account =
  | (AccountEvents['AccountCreated'] & {
      readonly deactivated?: boolean;
      readonly undertaking?: SignedUndertaking;
      readonly secondFactor?: SecondFactor;
      /** Sessions that started before it are over: RFC 3339, UTC. */
      readonly sessionsEndedAt?: string;
      /** API tokens that were issued before it are over. */
      readonly tokensEndedAt?: string;
      /** In force, to come, or over since the last was named; those that were ended are not among them. */
      readonly substitutions?: readonly Substitution[];
    })
  | undefined;

export const accountFold: Fold<Account> = {
  initial: undefined,
  evolve(account, recorded) {
    const event = recorded as unknown as AccountEvent;
    if (event.type === 'AccountCreated') return event.data;
    if (account === undefined) return account;
    switch (event.type) {
      case 'PasswordSet':
        return { ...account, passwordHash: event.data.passwordHash, sessionsEndedAt: recorded.meta.at };
      case 'AccountChanged': {
        const { roles, departments, unrestricted } = event.data;
        return { ...account, roles, departments, unrestricted };
      }
      case 'AccountRenamed':
        return { ...account, name: event.data.name };
      case 'AccountDeactivated':
        return { ...account, deactivated: true, sessionsEndedAt: recorded.meta.at, tokensEndedAt: recorded.meta.at };
      case 'AccountReactivated':
        return { ...account, deactivated: false };
      case 'SecondFactorOffered':
        return { ...account, secondFactor: { enrolment: event.data.enrolment, state: 'offered', lastStep: 0, usedCodes: [] } };
      case 'SecondFactorConfirmed':
        return withFactor(account, { state: 'on', lastStep: event.data.step });
      case 'SecondFactorUsed':
        return withFactor(account, { lastStep: event.data.step });
      case 'RecoveryCodeUsed':
        return withFactor(account, { usedCodes: [...(account.secondFactor?.usedCodes ?? []), event.data.place] });
      case 'SecondFactorRemoved':
        return withFactor(account, { state: 'off' });
      case 'SubstituteNamed': {
        const { substitution, substitute, from, until } = event.data;
        const named = { substitution, substitute, from, until };
        return { ...account, substitutions: withSubstitution(account, named, recorded.meta.at) };
      }
      case 'SubstitutionEnded': {
        const { substitution } = event.data;
        return { ...account, substitutions: (account.substitutions ?? []).filter((one) => one.substitution !== substitution) };
      }
      case 'UndertakingSigned':
        return { ...account, undertaking: { at: recorded.meta.at, edition: event.data.edition } };
      default:
        return account;
    }
  },
};

function withFactor(account: NonNullable<Account>, change: Partial<SecondFactor>): Account {
  return account.secondFactor === undefined ? account : { ...account, secondFactor: { ...account.secondFactor, ...change } };
}

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

/** An account that issued a token stands for it: deactivated once, whatever it had issued is over, also when it comes back. */
export function standsForToken(issuer: Account, { issuedAt }: Pick<NonNullable<Token>, 'issuedAt'>): boolean {
  if (issuer === undefined || issuer.deactivated === true) return false;
  return issuer.tokensEndedAt === undefined || issuedAt > issuer.tokensEndedAt;
}
