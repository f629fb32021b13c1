import { expect, test } from '@jest/globals';
import type { Ticket, TimedStep } from '@ledgerline/domain';
import { audienceOf, audienceOfCall } from './audience.js';

const part = { department: 'quality', part: 'lead', assignment: 1, status: 'accepted' };
const ticket = {
  parts: [
    { ...part, handler: 'h1' },
    { ...part, department: 'sales', part: 'co-handling', assignment: 2 },
  ],
} as unknown as Ticket;
const unrouted = { parts: [] } as unknown as Ticket;
const step = (about: Partial<TimedStep>) => ({ kind: 'warning', clock: 'handle', repeat: 0, ...about }) as TimedStep;

test.each<[string, Partial<TimedStep>, Ticket, readonly object[]]>([
  ['a warning tells the assigned handler', { department: 'quality' }, ticket, [{ account: 'h1' }]],
  ['or the managers, where nobody is assigned', { department: 'sales' }, ticket, [{ role: 'manager', department: 'sales' }]],
  ['of a review the managers', { clock: 'review', department: 'quality' }, ticket, [{ role: 'manager', department: 'quality' }]],
  ['of the call centre’s clocks the coordinators', { clock: 'resolve' }, ticket, [{ role: 'coordinator' }]],
  [
    'of a request that the call centre decides on too',
    { clock: 'extension-decision', department: 'quality' },
    ticket,
    [{ role: 'coordinator' }],
  ],
  ['a breach the same', { kind: 'breach', department: 'quality' }, ticket, [{ account: 'h1' }]],
  [
    'an escalation whom its rung names',
    { kind: 'escalation', to: 'manager', department: 'quality' },
    ticket,
    [{ role: 'manager', department: 'quality' }],
  ],
  [
    'of the ticket’s own clock the lead’s manager',
    { kind: 'escalation', to: 'manager', clock: 'resolve' },
    ticket,
    [{ role: 'manager', department: 'quality' }],
  ],
  [
    'or the coordinators, where no department has it',
    { kind: 'escalation', to: 'handler', clock: 'dispatch' },
    unrouted,
    [{ role: 'coordinator' }],
  ],
  ['to the executives', { kind: 'escalation', to: 'leader' }, ticket, [{ role: 'leader' }]],
  ['to who is on duty', { kind: 'escalation', to: 'duty-executive' }, ticket, [{ executive: 0 }]],
  [
    'to the next, and with each repeat to the next one',
    { kind: 'escalation', to: 'next-executive', repeat: 2 },
    ticket,
    [{ executive: 3 }],
  ],
  [
    'an alert who is on duty, and again',
    { kind: 'alert', clock: 'acknowledge-urgent', due: 1, repeat: 1 },
    ticket,
    [{ executive: 0 }],
  ],
  ['without a policy one after the other', { kind: 'alert', clock: 'acknowledge-urgent', repeat: 1 }, ticket, [{ executive: 1 }]],
  ['a request that time refuses tells nobody by itself', { kind: 'extension' }, ticket, []],
])('%s', (_name, about, of, expected) => {
  expect(audienceOf(step(about), of)).toEqual(expected);
});

test.each<[string, Partial<TimedStep>, readonly object[]]>([
  ['a warning', {}, [{ role: 'coordinator' }]],
  ['a rung that names a department’s people', { kind: 'escalation', to: 'manager' }, [{ role: 'coordinator' }]],
  ['a rung that names executives', { kind: 'escalation', to: 'next-executive', repeat: 1 }, [{ executive: 2 }]],
  ['a rung to all executives', { kind: 'escalation', to: 'leader' }, [{ role: 'leader' }]],
])('of a missed call %s tells the call centre, or whom it names', (_name, about, expected) => {
  expect(audienceOfCall(step({ clock: 'return-call', ...about }))).toEqual(expected);
});
