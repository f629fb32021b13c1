import { expect, test } from '@jest/globals';
import { faultsOfTelephonyRule } from './faults-of-telephony-rule.js';

const queue = { code: 'service', zh: '综合服务', en: 'Service', numbers: ['12345'], priority: 5 };
const rule = {
  code: 'default',
  effectiveFrom: '2026-01-01T00:00:00+08:00',
  queues: [queue],
  breaks: [{ code: 'meal', zh: '用餐', en: 'Meal' }],
  serviceLevel: { within: 15, target: 0.95 },
  shortAbandon: 5,
  lateAfter: 60,
  firstContact: { days: 7 },
};

test('a rule that can be put in force has no fault', () => expect(faultsOfTelephonyRule(rule)).toEqual([]));

test.each<[string, object, string]>([
  ['has a queue', { queues: [] }, '/queues'],
  ['names each queue once', { queues: [queue, { ...queue, numbers: [] }] }, '/queues/1/code'],
  ['has each number in one queue', { queues: [queue, { ...queue, code: 'other' }] }, '/queues/1/numbers/0'],
  ['has numbers that can be called', { queues: [{ ...queue, numbers: ['hello'] }] }, '/queues/0/numbers/0'],
  ['has a priority', { queues: [{ ...queue, priority: 0 }] }, '/queues/0/priority'],
  ['names breaks in both languages', { breaks: [{ code: 'meal', zh: '用餐' }] }, '/breaks/0/en'],
  ['has a share as its target', { serviceLevel: { within: 15, target: 95 } }, '/serviceLevel/target'],
  ['waits some seconds', { serviceLevel: { within: 0, target: 0.9 } }, '/serviceLevel/within'],
  ['says what a short abandon is', { shortAbandon: undefined }, '/shortAbandon'],
  ['says what late is', { lateAfter: 0 }, '/lateAfter'],
  ['says within how many days a caller does not come back', { firstContact: {} }, '/firstContact/days'],
  ['has no members that nobody reads', { colour: 'red' }, '/colour'],
])('it %s', (_, change, pointer) =>
  expect(faultsOfTelephonyRule({ ...rule, ...change }).map((fault) => fault.pointer)).toEqual([pointer]),
);
