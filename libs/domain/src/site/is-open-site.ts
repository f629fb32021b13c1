import { streamName } from '@ledgerline/kernel';
import type { Log } from '../policy/index.js';
import { siteFold } from './site-events.js';

/** True where a ticket or a department can be at the site: it was opened, and nobody has closed it since. */
export async function isOpenSite(code: string, { commands }: Pick<Log, 'commands'>): Promise<boolean> {
  return (await commands.current(streamName('site', code), siteFold)).state?.open === true;
}
