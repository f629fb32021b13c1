import type { Fold } from '@ledgerline/kernel';
import type { AccountEvent, AccountEvents } from './account-events.js';
import { withSubstitution, type Substitution } from './substitution.js';
import type { SignedUndertaking } from './undertaking.js';

/** One-time codes after RFC 6238. Keys and recovery codes derive from a secret of the Vault, the account and the enrolment: none of them is in the log. */
export interface SecondFactor {
  /** Each enrolment has another key. */
  readonly enrolment: number;
  /** `offered` until a code has shown that the key arrived; only then signing in asks for one. */
  readonly state: 'offered' | 'on' | 'off';
  /** Of the last code that was taken: no code is good twice, nor an earlier one (RFC 6238, 5.2). */
  readonly lastStep: number;
  /** Places of recovery codes that are used up. */
  readonly usedCodes: readonly number[];
}

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
