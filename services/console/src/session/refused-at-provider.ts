const refusals = ['oidc-refused', 'oidc-expired', 'oidc-no-account', 'oidc-unavailable'] as const;

/** Why the provider's way ended at this page again, where it did; words that are none of these are not taken from an address. */
export function refusedAtProvider(): string | undefined {
  const said = new URLSearchParams(location.search).get('refused');
  return refusals.find((one) => one === said);
}
