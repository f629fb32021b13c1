import { username } from '@ledgerline/contracts';
import { LEDGERLINE, type Ledgerline, type OidcSettings } from '@ledgerline/host';
import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import type { Attempt } from './attempt.js';

/** Who somebody is by the provider's word. */
export interface Proof {
  readonly issuer: string;
  readonly subject: string;
  readonly username?: string;
}

/** Seconds that the provider has for an answer. */
const patience = 5;
/** Milliseconds for which its description of itself is trusted. */
const trusted = 3_600_000;

/** The OpenID Connect provider that is configured: the authorization code flow with PKCE, state and nonce; answers are proved by `openid-client`. */
@Injectable()
export class OidcProvider {
  private found: { readonly configuration: Promise<client.Configuration>; readonly until: number } | undefined;

  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {}

  /** undefined where none is configured. */
  get settings(): OidcSettings | undefined {
    return this.ledgerline.configuration.oidc;
  }

  /** Where to send the browser. @throws Error where the provider cannot be asked */
  async signInUrl(settings: OidcSettings, { state, nonce, verifier }: Attempt, backTo: string): Promise<URL> {
    const configuration = await this.configuration(settings);
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: backTo,
      scope: settings.scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /** @param answer the address with which the browser came back @throws what `isRefusal` tells from a provider that cannot be asked */
  async prove(settings: OidcSettings, answer: URL, { state, nonce, verifier }: Attempt): Promise<Proof> {
    const configuration = await this.configuration(settings);
    const tokens = await client.authorizationCodeGrant(configuration, answer, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new TypeError('the provider gave no ID token');
    const { iss: issuer, sub: subject } = claims;
    const { accountClaim } = settings;
    if (accountClaim === undefined) return { issuer, subject };
    const told = accountClaim in claims ? claims : await client.fetchUserInfo(configuration, tokens.access_token, subject);
    const named = usernameIn(told, accountClaim);
    return { issuer, subject, ...(named === undefined ? {} : { username: named }) };
  }

  /** Where one signs out at the provider too; undefined where it has no such place. */
  async signOutUrl(settings: OidcSettings, backTo: string): Promise<URL | undefined> {
    const configuration = await this.configuration(settings);
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo });
  }

  /** A description that could not be had is asked for again the next time. */
  private configuration(settings: OidcSettings): Promise<client.Configuration> {
    if (this.found && this.found.until > performance.now()) return this.found.configuration;
    const configuration = discovered(settings);
    const found = { configuration, until: performance.now() + trusted };
    this.found = found;
    configuration.catch(() => {
      if (this.found === found) this.found = undefined;
    });
    return configuration;
  }
}

function discovered({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const authentication = clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret);
  // Of http the configuration takes this machine's own addresses alone.
  const execute = issuer.startsWith('http://') ? [client.allowInsecureRequests] : [];
  return client.discovery(new URL(issuer), clientId, {}, authentication, { execute, timeout: patience });
}

/** The claim's value, as a user name is written. */
function usernameIn(claims: Readonly<Record<string, unknown>>, claim: string): string | undefined {
  const value = claims[claim];
  const written = typeof value === 'string' ? value.toLowerCase() : '';
  return username.test(written) ? written : undefined;
}

/** Codes of what went wrong before there was an answer to prove; what could not be sent at all has none. */
const unanswered: readonly (string | undefined)[] = [
  undefined,
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
];

/** The provider, or what is proved of its answer, says no; anything else is a provider that cannot be asked. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof client.AuthorizationResponseError ||
    error instanceof client.ResponseBodyError ||
    error instanceof client.WWWAuthenticateChallengeError ||
    (error instanceof client.ClientError && !unanswered.includes(error.code))
  );
}
