/** Signing in at an OpenID Connect provider (ADR 0030); undefined where there is none. */
export interface OidcSettings {
  /** As the provider names itself: identities are its subjects. */
  readonly issuer: string;
  readonly clientId: string;
  /** A public client has none: the code is bound to this sign-in by PKCE in any case. */
  readonly clientSecret: string | undefined;
  /** What the button says. */
  readonly name: string;
  readonly scope: string;
  /** The claim whose value is the user name of the account, for identities that nobody has linked; without it only linked ones sign in. */
  readonly accountClaim: string | undefined;
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];
const prefix = 'LEDGERLINE_OIDC_';

type Environment = Readonly<Record<string, string | undefined>>;

/** @param faults is told what is wrong of it, and what would be right */
export function readOidc(env: Environment, faults: string[]): OidcSettings | undefined {
  const given = (name: string) => env[`${prefix}${name}`] || undefined;
  const issuer = given('ISSUER');
  if (issuer === undefined) {
    const alone = Object.keys(env).filter((name) => name.startsWith(prefix) && env[name]);
    if (alone.length > 0) faults.push(`${alone.join(', ')}: nothing without ${prefix}ISSUER`);
    return undefined;
  }
  const url = URL.parse(issuer);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname))))
    faults.push(`${prefix}ISSUER is "${issuer}"; it is an https address (http on this machine alone)`);
  const clientId = given('CLIENT_ID') ?? '';
  if (clientId === '') faults.push(`${prefix}CLIENT_ID has to be given with ${prefix}ISSUER`);
  const accountClaim = given('ACCOUNT_CLAIM');
  if (accountClaim !== undefined && !/^[A-Za-z0-9_:./-]{1,200}$/.test(accountClaim))
    faults.push(`${prefix}ACCOUNT_CLAIM is "${accountClaim}"; it is the name of a claim`);
  if (accountClaim === 'email')
    faults.push(`${prefix}ACCOUNT_CLAIM is "email"; no user name here is an address: name another claim, as preferred_username`);
  const scope = given('SCOPE') ?? 'openid profile';
  if (!scope.split(' ').includes('openid')) faults.push(`${prefix}SCOPE is "${scope}"; it has to have openid in it`);
  const name = given('NAME') ?? url?.hostname ?? issuer;
  return { issuer, clientId, clientSecret: given('CLIENT_SECRET'), name: name.slice(0, 60), scope, accountClaim };
}

export function maskedOidc({ clientSecret, ...shown }: OidcSettings): Record<string, unknown> {
  return { ...shown, clientSecret: clientSecret === undefined ? null : '***' };
}
