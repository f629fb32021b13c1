import type { EventDefinition, Personal, EventOf } from '@ledgerline/kernel';

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
export type AccountEvent = EventOf<AccountEvents>;

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
