import { describe, expect, test } from '@jest/globals';
import { ticketEventDefinitions } from '../ticket/ticket-events.js';
import { historyOf } from '../clock/clock-history.js';
import { noSteps, stepsOf, toldMembers } from './steps.js';

describe('steps of a course', () => {
  test('tell no member that any event declares personal', () => {
    const personal = new Set(ticketEventDefinitions.flatMap((one) => one.personal ?? []));
    expect(toldMembers.filter((name) => personal.has(name))).toEqual([]);
    expect(noSteps.filter((type) => !ticketEventDefinitions.some((one) => one.type === type))).toEqual([]);
  });

  test('are what was done, with whose it is; what the ticker writes is none', () => {
    const events = historyOf(
      ['03-02 09:30', 'TicketRegistered'],
      ['03-02 10:00', 'TicketRouted', { lead: 'quality', coHandling: [], by: 'person', note: 'call her mother first' }],
      ['03-02 11:00', 'DeadlineWarned'],
      ['03-02 12:00', 'HandlerAssigned', { department: 'quality', handler: 'h1' }],
    );
    expect(stepsOf('t', events, 'own').map(({ activity, department, members }) => [activity, department, members])).toEqual([
      ['TicketRegistered', undefined, expect.objectContaining({ channel: 'phone' })],
      ['TicketRouted', 'quality', { lead: 'quality', by: 'person' }],
      ['HandlerAssigned', 'quality', { handler: 'h1' }],
    ]);
    expect(stepsOf('t', events, 'imported')).toEqual([]);
  });

  test('of another system are its own words and times', () => {
    const occurredAt = '2026-03-01T23:00:00.000Z';
    const events = historyOf([
      '03-02 09:30',
      'ActivityImported',
      { activity: 'Wait', occurredAt, details: { note: 'her mother' } },
    ]);
    expect(stepsOf('t', events, 'imported')).toMatchObject([{ activity: 'Wait', at: occurredAt, members: {} }]);
  });
});
