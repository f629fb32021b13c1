import type { ExportStamp } from '@ledgerline/domain';
import { hostname, userInfo } from 'node:os';

/** R7.2: who took it out and when. On the command line that is the account of the operating system. */
export function exportStamp(site: string, position: string): ExportStamp {
  return { exportedBy: `${userInfo().username}@${hostname()}`, exportedAt: new Date().toISOString(), site, position };
}
