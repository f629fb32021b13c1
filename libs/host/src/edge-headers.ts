import type { Configuration } from './configuration.js';

/** Half a year, as RFC 6797's examples and common scanners ask for. */
const hstsSeconds = 15_768_000;

/**
 * What every answer of the edge says to browsers (OWASP Secure Headers). The content policy is the strictest there is: an answer of
 * the API is no page. What is one sets its own.
 */
export function edgeHeaders({ publicUrl }: Pick<Configuration, 'publicUrl'>): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...(publicUrl?.startsWith('https://') ? { 'strict-transport-security': `max-age=${hstsSeconds}; includeSubDomains` } : {}),
  };
}
