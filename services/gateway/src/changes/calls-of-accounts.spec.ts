import { describe, expect, test } from '@jest/globals';
import { streamName } from '@ledgerline/kernel';
import { CallsOfAccounts } from './calls-of-accounts.js';

const commit = (stream: string, ...events: readonly object[]) => ({
  stream: streamName(stream, 'c1'),
  text: JSON.stringify({ events: events.map((data) => ({ data })) }),
});
const now = (agent?: string) => commit('call', { states: [], now: { standing: 'talking', since: 'x', agent } });

describe('whose calls changed', () => {
  test('a call concerns who speaks, and who spoke before', () => {
    const calls = new CallsOfAccounts();
    expect(calls.concernedBy(now())).toEqual([]);
    expect(calls.concernedBy(now('zhang'))).toEqual(['zhang']);
    expect(calls.concernedBy(now('wang'))).toEqual(['zhang', 'wang']);
    expect(calls.concernedBy(now())).toEqual(['wang']);
  });

  test('a transfer concerns both', () =>
    expect(new CallsOfAccounts().concernedBy(commit('call', { transfer: 1, by: 'zhang', to: 'wang' }))).toEqual([
      'zhang',
      'wang',
    ]));

  test('what is no call concerns nobody, and is not looked into', () =>
    expect(new CallsOfAccounts().concernedBy({ stream: streamName('ticket', 't1'), text: 'no JSON' })).toEqual([]));
});
