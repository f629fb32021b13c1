import { expect, test } from '@jest/globals';
import type { ContactAttempt } from './reply-shapes.js';
import { isUnreachable, triedSoFar } from './unreachable.js';

const rule = { attempts: 3, timeZone: 'Asia/Shanghai' };
const call = (time: string, outcome = 'no-answer', channel = 'phone'): ContactAttempt => ({
  at: Temporal.Instant.from(`2026-03-${time}+08:00`).toString(),
  outcome,
  channel,
});
const sms = call('03T16:00', 'message-left', 'sms');

test.each<[string, boolean, readonly ContactAttempt[]]>([
  ['three on two days at different hours, and a message', true, [call('02T10:00'), call('02T15:00'), call('03T11:00'), sms]],
  ['no message', false, [call('02T10:00'), call('02T15:00'), call('03T11:00')]],
  ['one day', false, [call('02T10:00'), call('02T12:00'), call('02T15:00'), sms]],
  ['the same hour of another day', false, [call('02T10:00'), call('02T15:00'), call('03T10:59'), sms]],
  ['two attempts', false, [call('02T10:00'), call('03T15:00'), sms]],
  ['one of them reached', false, [call('02T10:00'), call('02T15:00', 'reached'), call('03T11:00'), sms]],
  ['a message left on the phone counts as both', true, [call('02T10:00'), call('02T15:00'), call('03T11:00', 'message-left')]],
  ['messages alone', false, [call('02T10:00', 'message-left', 'sms'), call('02T15:00', 'message-left', 'email'), sms]],
  ['two days of the site, one of UTC', true, [call('02T22:00'), call('02T23:30'), call('03T00:30'), sms]],
])('%s: %s', (_, expected, attempts) => expect(isUnreachable(attempts, rule)).toBe(expected));

test('the policy says how many', () => {
  expect(isUnreachable([call('02T10:00'), sms], { ...rule, attempts: 1 })).toBe(true);
  const attempts = [call('02T10:00'), call('02T15:00'), call('03T11:00'), sms];
  expect(isUnreachable(attempts, { ...rule, attempts: 4 })).toBe(false);
  expect(triedSoFar(attempts, rule.timeZone)).toEqual({ attempts: 3, days: 2, hours: 3, message: true });
});
