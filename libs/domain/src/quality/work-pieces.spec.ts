import { describe, expect, test } from '@jest/globals';
import { actorOf, recorded } from '@ledgerline/kernel/contracts';
import type { GovernedDocument } from '../document/governed-document.js';
import type { TicketEvent } from '../ticket/ticket-events.js';
import { mostPieces, workAfter, type TicketWork } from './work-pieces.js';

const calendar = (timeZone: string): GovernedDocument => {
  const body = { timeZone };
  return { type: 'calendar', code: 'default', versions: [{ draft: 1, status: 'approved', body, draftedBy: 'x', effectiveFrom: '2020-01-01T00:00:00Z' }] }; // prettier-ignore
};
type Told = readonly [event: { readonly type: TicketEvent['type']; readonly data?: object }, by?: string, at?: string];

function workOf(told: readonly Told[], zone = 'Asia/Shanghai', kind = 'person') {
  return told.reduce<TicketWork | undefined>((work, [{ type, data = {} }, by = 'ann', at = '2026-03-02T01:00:00.000Z']) => {
    const [event] = recorded([{ type, data }], { ...actorOf([], [], by), kind: kind as 'person' });
    return event && workAfter(work, { ...event, meta: { ...event.meta, at } }, calendar(zone));
  }, undefined);
}
const facts = { channel: 'phone', kind: 'complaint', level: 'general', confidential: false };
const registered: Told = [{ type: 'TicketRegistered', data: facts }];
const survey = (dissatisfied: readonly string[]): Told[0] => ({ type: 'SurveyRecorded', data: { dissatisfied } });

describe('the work on a ticket', () => {
  test('is who took it in, who answered and who replied, each as it stood then', () => {
    const work = workOf([
      registered,
      [{ type: 'TicketReclassified', data: { level: 'important', kind: 'request' } }, 'bob'],
      [{ type: 'ReplyGiven' }, 'eve'],
    ]);
    expect(work?.done).toMatchObject([
      { work: 'registration', piece: 0, agent: 'ann', kind: 'complaint', level: 'general' },
      { work: 'reply', piece: 1, agent: 'eve', kind: 'request', level: 'important' },
    ]);
  });

  test('a dissatisfied caller’s word is about what they were told last, and belongs to the day on which they said it', () => {
    const work = workOf([
      registered,
      [{ type: 'ReplyGiven' }, 'eve', '2026-02-27T01:00:00.000Z'],
      [survey([]), 'ann'],
      [survey(['service']), 'ann', '2026-03-02T01:00:00.000Z'],
    ]);
    expect(work?.done.slice(2)).toMatchObject([{ work: 'dissatisfied', piece: 1, agent: 'eve', month: '2026-03' }]);
  });

  test.each([
    ['Asia/Shanghai', '2026-03', '2026-W09'],
    ['UTC', '2026-02', '2026-W09'],
    ['Pacific/Kiritimati', '2026-03', '2026-W09'],
  ])('belongs to the month and week of the centre’s calendar: %s', (zone, month, week) => {
    const [done] = workOf([[registered[0], 'ann', '2026-02-28T16:30:00.000Z']], zone)?.done ?? [];
    expect(done).toMatchObject({ month, week });
  });

  test('of systems and callers is nobody’s', () => {
    expect(workOf([registered, [{ type: 'ReplyGiven' }]], 'UTC', 'system')?.done).toEqual([]);
  });

  test('that came from another system is nobody’s', () => {
    const [event] = recorded([{ type: 'TicketRegistered', data: facts }], actorOf([], [], 'ann'));
    const origin = { source: 'old', reference: '7' };
    expect(event && workAfter(undefined, { ...event, meta: { ...event.meta, origin } }, calendar('UTC'))?.done).toEqual([]);
    expect(event && workAfter(undefined, event, calendar('UTC'))?.done.length).toBe(1);
  });

  test('is kept up to a bound', () => {
    const replies = Array.from({ length: mostPieces + 20 }, (): Told => [{ type: 'ReplyGiven' }]);
    expect(workOf([registered, ...replies])?.done.length).toBe(mostPieces);
  });
});
