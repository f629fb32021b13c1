import type { Ledgerline } from '@ledgerline/host';
import { randomBytes } from 'node:crypto';

/** Milliseconds in which somebody has to come back from the provider. */
export const attemptLasts = 10 * 60_000;

/**
 * One attempt to sign in at a provider. Of it only `key` leaves this machine, in a cookie of the browser that began; what the provider is told, and what
 * the answer is held against, derives from it and from the Vault's secret, so that any copy of the edge can take the answer and none keeps anything.
 */
export interface Attempt {
  readonly key: string;
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636): 44 characters. */
  readonly verifier: string;
}

type Parts = Pick<Ledgerline, 'clock' | 'digest'>;

export function beginAttempt(ledgerline: Parts): Attempt {
  return derived(`${ledgerline.clock.now() + attemptLasts}.${randomBytes(24).toString('base64url')}`, ledgerline);
}

/** @returns undefined for what is no key, or one of an attempt whose time is over */
export function attemptOf(key: string, ledgerline: Parts): Attempt | undefined {
  const until = /^(\d{1,16})\.[A-Za-z0-9_-]{32}$/.exec(key)?.[1];
  return until === undefined || Number(until) <= ledgerline.clock.now() ? undefined : derived(key, ledgerline);
}

function derived(key: string, { digest }: Pick<Parts, 'digest'>): Attempt {
  const part = (name: string) => digest('ids', `oidc ${name} of ${key}`);
  return { key, state: part('state'), nonce: part('nonce'), verifier: part('verifier') + part('rest of the verifier') };
}
