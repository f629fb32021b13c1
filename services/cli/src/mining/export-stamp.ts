import type { ExportStamp } from '@ledgerline/domain';
import { hostname, userInfo } from 'node:os';

/** R7.2: who takes something out, and when. On the command line that is the account of the operating system. */
export function exporter(): Pick<ExportStamp, 'exportedBy' | 'exportedAt'> {
  return { exportedBy: `${userInfo().username}@${hostname()}`, exportedAt: new Date().toISOString() };
}
