import type { Ledgerline } from '@ledgerline/host';
import { keepDueItems } from '../due-work/due-items.js';

/** What is due of an announcement (`due-announcements` of administration). */
interface DueAnnouncement {
  readonly id: string;
  readonly version: number;
  readonly step: 'deliver' | 'remind';
  readonly edition: number;
  readonly repeat?: number;
}

/** R12: what was published for later is delivered when its time comes, and whoever has not confirmed is reminded. Who that is, administration knows. */
export function keepAnnouncements(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  return keepDueItems<DueAnnouncement>(ledgerline, signal, {
    name: 'announcements',
    service: 'administration',
    query: 'due-announcements',
    command: 'keep-announcement',
    waitsFor: ['too-many-addressed'],
    step: ({ step, edition, repeat }) =>
      Promise.resolve({
        command: `${step}~${edition}~${repeat ?? 0}`,
        body: { step, edition, ...(repeat === undefined ? {} : { repeat }) },
      }),
  });
}
