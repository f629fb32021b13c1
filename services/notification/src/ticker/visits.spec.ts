import { expect, test } from '@jest/globals';
import type { Ledgerline } from '@ledgerline/host';
import { sampleCommit } from '@ledgerline/kernel/contracts';
import { Visits } from './visits.js';

test('a copy of what another installation has is looked at once, and left alone', async () => {
  let loads = 0;
  const commit = JSON.parse(sampleCommit('ticket.a').text) as { events: readonly object[] };
  const ledgerline = {
    store: { load: () => Promise.resolve([(loads += 1)]) },
    codec: { open: () => Promise.resolve([commit]) },
    homes: { isElsewhere: (site: string) => Promise.resolve(site === 'main') },
    configuration: { archiveAfterDays: 90 },
    commands: {
      handle: () => Promise.reject(new Error('a command was sent')),
      current: () => Promise.reject(new Error('rules were looked up')),
    },
  } as unknown as Ledgerline;
  const visits = new Visits(ledgerline);
  expect(await visits.tellWhatIsDue('ticket.a')).toBe(0);
  await visits.archive('ticket.a');
  expect(await visits.tellWhatIsDue('ticket.a')).toBe(0);
  expect(loads).toBe(1);
});
