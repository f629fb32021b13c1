import { expect, test } from '@jest/globals';
import type { Ledgerline } from '@ledgerline/host';
import { isRetentionOver } from './retention.js';

const now = Date.parse('2026-11-26T00:00:00.000Z');
const states: Readonly<Record<string, { status: string; updatedAt: string } | undefined>> = {
  old: { status: 'archived', updatedAt: '2026-10-01T00:00:00.000Z' },
  recent: { status: 'archived', updatedAt: '2026-11-20T00:00:00.000Z' },
  closed: { status: 'closed', updatedAt: '2020-01-01T00:00:00.000Z' },
};
const ledgerline = (retentionDays: number) =>
  ({
    clock: { now: () => now },
    configuration: { retentionDays },
    commands: { current: (stream: string) => Promise.resolve({ state: states[stream.replace('ticket.', '')] }) },
  }) as unknown as Ledgerline;

test.each([
  [['old'], 30, true],
  [['old', 'recent'], 30, false],
  [['old', 'closed'], 30, false],
  [['recent'], 5, true],
  [[], 30, true],
  [['old'], 0, false],
] as const)('of the tickets %j, kept for %d days, retention is over: %s', async (tickets, days, expected) => {
  expect(await isRetentionOver(tickets, ledgerline(days))).toBe(expected);
});
