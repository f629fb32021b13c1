import { HubAway, HubClient, HubRefused, type Configuration } from '@ledgerline/host';
import { fail, ok, warn, type Finding } from './finding.js';

/** ADR 0048: asks the hub how far it has this site's log. A hub that is away is no fault of the site: it goes on alone. */
export async function checkHub({ hub, site }: Pick<Configuration, 'hub' | 'site'>): Promise<readonly Finding[]> {
  if (hub === undefined) return [];
  const check = `hub at ${hub.url}`;
  try {
    const { hub: name, place } = await new HubClient(hub).place();
    return [ok(check, `it is ${name}, and has this site's log ${place === null ? 'not yet' : `up to ${place}`}`)];
  } catch (error) {
    if (error instanceof HubAway)
      return [
        warn(check, `it does not answer: ${error.message}`, 'see to the link; the site goes on alone, and hands over later'),
      ];
    if (!(error instanceof HubRefused)) throw error;
    if (error.code === 'site-has-not-joined') return [ok(check, `it knows the token; ${site} joins at its first start`)];
    return [
      fail(check, `it answers ${error.code}`, `LEDGERLINE_HUB_TOKEN has to be a token of the hub with the scope site:${site}`),
    ];
  }
}
