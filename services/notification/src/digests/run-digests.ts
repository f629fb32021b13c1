import type { Ledgerline } from '@ledgerline/host';
import { runDueWork } from '../due-work/run-due-work.js';
import { DigestSending } from './digest-sending.js';

/**
 * Sends digests when they are due (R11): what two copies do at once is done once, because a digest's id derives from schedule, period and reader.
 */
export function runDigests(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const sending = new DigestSending(ledgerline);
  return runDueWork(ledgerline, signal, {
    name: 'digests',
    place: 'digests@1',
    doWhatIsDue: (over) => sending.sendWhatIsDue(over),
    hasWaitedSince: (before) => sending.hasWaitedSince(before),
  });
}
