import { nodeCryptography } from '@ledgerline/adapter-crypto';
import type { ExportStamp } from '@ledgerline/domain';
import { logItems, type History } from '@ledgerline/host';
import { LogCheck, type Checked, type Misfit, type Position } from '@ledgerline/kernel';
import type { Writable } from 'node:stream';
import { written } from '../written.js';
import { endLine, itemLine, stampLine } from './log-lines.js';

export interface LogExport extends Pick<History, 'store' | 'trees'> {
  readonly stamp: ExportStamp;
  readonly signal: AbortSignal;
  readonly onPage?: (checked: Checked) => void;
}

export interface ExportedLog {
  readonly checked: Checked;
  readonly misfit: Misfit | undefined;
}

/** The log up to the position of the stamp. One that does not fit together is exported all the same: it is evidence. */
export async function exportLog({ store, trees, stamp, signal, onPage }: LogExport, out: Writable): Promise<ExportedLog> {
  const check = new LogCheck(nodeCryptography, store.capabilities.gapless ?? false);
  let misfit: Misfit | undefined;
  await written(out, stampLine(stamp));
  for await (const page of logItems(store, trees, signal, stamp.position as Position)) {
    for (const item of page) {
      const [first] = 'commit' in item ? check.next(item.commit) : [];
      misfit ??= first;
    }
    await written(out, page.map(itemLine).join(''));
    onPage?.(check.checked);
  }
  await written(out, endLine(check.checked));
  return { checked: check.checked, misfit };
}
