/** The installation that this one has joined, or is to join, as a site of it. */
export interface HubSettings {
  /** Where the hub's API answers: an origin. */
  readonly url: string;
  /** An API token of the hub with the scope `site:{this site}`. */
  readonly token: string;
}

/** `LEDGERLINE_HUB` and `LEDGERLINE_HUB_TOKEN`; undefined for an installation of its own, or a hub. A fault never repeats the token. */
export function readHub(env: Readonly<Record<string, string | undefined>>, faults: string[]): HubSettings | undefined {
  const [address, token] = [env['LEDGERLINE_HUB'] || undefined, env['LEDGERLINE_HUB_TOKEN'] || undefined];
  if (address === undefined && token === undefined) return undefined;
  if (address === undefined || token === undefined) faults.push('LEDGERLINE_HUB and LEDGERLINE_HUB_TOKEN are given together');
  const url = URL.parse(address ?? '');
  const isPlain = url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (
    address !== undefined &&
    (url === null || url.origin !== address.replace(/\/$/, '') || (url.protocol !== 'https:' && !isPlain))
  )
    faults.push('LEDGERLINE_HUB is an address as https://centre.example.com, without a path; plain http on this machine alone');
  if (token !== undefined && !/^llt_[a-z0-9]{52}$/.test(token))
    faults.push('LEDGERLINE_HUB_TOKEN is an API token of the hub (llt_…)');
  return { url: url?.origin ?? '', token: token ?? '' };
}

export function maskedHub({ url }: HubSettings): string {
  return `${url} (token ***)`;
}
