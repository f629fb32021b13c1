import { expect, test } from '@jest/globals';
import type { Recorded } from '@ledgerline/kernel';
import { liveCalls, liveCallsCollection, type LiveCall } from './live-calls.projection.js';

const at = '2026-03-02T02:00:00.000Z';
const recorded = (type: string, data: object) => ({ stream: 'call.c1', type, data, meta: { at } }) as unknown as Recorded;
const talking = (agent: string) => recorded('CallStatesTold', { states: [], now: { standing: 'talking', since: at, agent } });
const between = { transfer: 1, by: 'zhang', to: 'wang' };
const offered = recorded('CallTransferOffered', between);
const listed = (...events: readonly Recorded[]) =>
  events.reduce<LiveCall | undefined>((call, event) => liveCalls.apply(call, event, undefined), undefined);
const offeredTo = (...events: readonly Recorded[]) =>
  liveCallsCollection.rows(listed(...events) as LiveCall).map((row) => row['offeredTo']);

test('a call is offered until it was answered, declined or went on, and not again when it comes back', () => {
  expect(offeredTo(talking('zhang'))).toEqual(['']);
  expect(offeredTo(talking('zhang'), offered)).toEqual(['wang']);
  expect(offeredTo(talking('zhang'), offered, talking('zhang'))).toEqual(['wang']);
  expect(offeredTo(talking('zhang'), offered, recorded('CallTransferDeclined', between))).toEqual(['']);
  expect(offeredTo(talking('zhang'), offered, talking('wang'))).toEqual(['']);
  expect(offeredTo(talking('zhang'), offered, talking('wang'), talking('zhang'))).toEqual(['']);
});

test('of one that is over nothing is kept, whatever comes of its transfer afterwards', () => {
  const ended = recorded('CallStatesTold', { states: [], now: { standing: 'over', since: at, agent: 'zhang' } });
  expect(listed(talking('zhang'), offered, ended)).toBeUndefined();
  expect(listed(talking('zhang'), offered, ended, recorded('CallTransferWithdrawn', between))).toBeUndefined();
});
