import type {
  ListedAccount,
  ListedIdentity,
  ListedSubstitution,
  Named,
  OfferedKey,
  OneAccount,
  OwnSession,
  ShownSecondFactor,
  ShownToken,
  SignedIn,
  StandingIn,
  Undertaking,
} from '@ledgerline/administration/answers';
import type { Principal } from '@ledgerline/contracts';
import type { Offers, UndertakingState } from '@ledgerline/domain';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** Somebody for whom one can act now. */
export type Absent = Omit<StandingIn, 'principal'>;

/** Who has signed in, and what screens offer to them. */
export type SignedInUser = SignedIn['user'] & Offers & { readonly standsInFor: readonly Absent[] };

/** A session has begun: `token` for the header, or a cookie and `csrf`, which goes with every change. */
export interface SessionBegun {
  readonly token?: string;
  readonly csrf?: string;
  readonly expiresAt: string;
  readonly user: SignedInUser;
}

/** Who asks: of an API token, names are null. */
export type WhoAsks = Omit<Principal, 'own'> &
  Offers &
  Pick<Named, 'username' | 'name'> & { readonly undertaking: UndertakingState; readonly standsInFor: readonly Absent[] };

/** An account, with the roles that its own imply. */
export type AccountLine = ListedAccount & { readonly holds: readonly string[] };

/** Who an account is at a provider where it signs in. */
export type LinkedProvider = Omit<ListedIdentity, 'person'>;

/** What staff sign; another wording is another edition. */
export interface UndertakingText {
  readonly edition: string;
  readonly zh: string;
  readonly en: string;
}

/** Who works here: sessions, accounts, tokens, substitutes. */
export interface AccountsAnswers {
  'post /session': SessionBegun;
  'get /session': { readonly user: WhoAsks; readonly csrf: string };
  'post /session/password': Accepted;
  'get /users/{id}': OneAccount;
  'post /users/{id}/{change}': Accepted;
  'get /tokens': Page<ShownToken>;
  'post /tokens/{id}/revoke': Accepted;
  /** `path`: where a sign-in at the provider begins. */
  'get /session/ways': {
    readonly password: boolean;
    readonly oidc: { readonly name: string; readonly path: string } | null;
  };
  'get /users/{id}/identities': Whole<LinkedProvider>;
  'post /identities/{id}/unlink': Accepted;
  'get /sessions': Page<OwnSession>;
  'get /substitutions': Page<ListedSubstitution>;
  'post /substitutions': Made;
  'post /substitutions/{id}/end': Made;
  'get /people': Whole<Named>;
  'get /users': Page<AccountLine>;
  'post /users': Made & { readonly username: string };
  'get /undertakings': Whole<Undertaking> & { readonly text: UndertakingText; readonly own: UndertakingState };
  'post /undertakings': Made & UndertakingState;
  /** `token`: told this once. */
  'post /tokens': Made & { readonly token: string };
  'get /session/second-factor': ShownSecondFactor;
  /** The key is told this once; a retry after it was confirmed is answered without. */
  'post /session/second-factor': Made & Partial<OfferedKey>;
  'post /session/second-factor/confirm': Made;
  'post /session/second-factor/remove': Made;
}
