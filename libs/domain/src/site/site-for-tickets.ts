import { streamName } from '@ledgerline/kernel';
import type { Log } from '../policy/index.js';
import { siteFold } from './site-events.js';

/** Whether a ticket that is at home in this installation can be at a site, or why not. */
export type SiteForTickets = 'open' | 'unknown-site' | 'site-on-own-hosts';

/**
 * A site that runs on hosts of its own has its tickets in a log of its own: none can be moved or registered there from here. Seen from such a site
 * all others are.
 * @param own the site that this installation is
 */
export async function siteForTickets(code: string, own: string, { commands }: Pick<Log, 'commands'>): Promise<SiteForTickets> {
  const { state: site } = await commands.current(streamName('site', code), siteFold);
  if (site?.open !== true) return 'unknown-site';
  if (code === own) return 'open';
  const { state: here } = await commands.current(streamName('site', own), siteFold);
  return site.joined === true || here?.joined === true ? 'site-on-own-hosts' : 'open';
}
