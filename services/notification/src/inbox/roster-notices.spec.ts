import { describe, expect, test } from '@jest/globals';
import type { RosterEvent } from '@ledgerline/domain';
import { noticesOfRoster, rosterAfter, type ToldRoster } from './roster-notices.js';

const edition = (number: number) => ({ edition: number, shifts: [], findings: [] });
const opened: RosterEvent = {
  type: 'RosterOpened',
  data: {
    person: 'p',
    department: 'call-centre',
    site: 'main',
    month: '2026-03',
    calendar: 'default',
    timeZone: 'Asia/Shanghai',
  },
};
const planned: RosterEvent = {
  type: 'RosterPlanned',
  data: {
    people: [
      { account: 'ann', days: { '2026-03-02': ['early'], '2026-03-20': ['late'] } },
      { account: 'bo', days: { '2026-03-20': [] } },
      { account: 'cai', days: { '2026-03-02': ['early'] } },
    ],
  },
};
const takenOut: RosterEvent = { type: 'RosterPlanned', data: { people: [{ account: 'cai', days: { '2026-03-02': null } }] } };
const published = (number: number, through: string): RosterEvent => ({
  type: 'RosterPublished',
  data: { ...edition(number), through },
});
const asked = (request: number, more: object): RosterEvent => ({
  type: 'RosterChangeRequested',
  data: { person: 'p', reason: 'because', account: 'ann', date: '2026-03-20', request, ...more },
});
const reason = { person: 'p', reason: 'because' };

/** Who is told of what, event by event. */
function told(...events: readonly RosterEvent[]) {
  let roster: ToldRoster | undefined;
  return events.map((event) => {
    const before = roster;
    roster = rosterAfter(before, event, 'call-centre-2026-03');
    return noticesOfRoster(event, before ?? (roster as ToldRoster)).map(({ kind, to }) => [kind, ...to].join(' '));
  });
}

describe('notices of rosters', () => {
  test('of a publication come to whom a day of theirs is published by it, once', () => {
    expect(told(opened, planned, takenOut, published(1, '2026-03-08'), published(2, '2026-03-31'))).toEqual([
      [],
      [],
      [],
      ['roster-published account:ann'],
      ['roster-published account:ann account:bo'],
    ]);
  });
  test('of a swap come to the colleague, then to whoever plans, then to both', () => {
    const events = [
      asked(1, { with: 'bo', withDate: '2026-03-20' }),
      { type: 'RosterChangeAgreed', data: { request: 1 } },
    ] as const;
    const approved: RosterEvent = { type: 'RosterChangeApproved', data: { ...edition(3), request: 1 } };
    expect(told(opened, planned, published(1, '2026-03-31'), ...events, approved).slice(3)).toEqual([
      ['swap-asked account:bo'],
      ['swap-agreed account:ann', 'roster-change-to-decide team-leaders:call-centre managers:call-centre'],
      ['roster-change-decided account:ann account:bo'],
    ]);
  });
  test('of another change come to whoever plans, and of an amendment to whose days it is of', () => {
    const refused: RosterEvent = { type: 'RosterChangeRefused', data: { ...reason, request: 1 } };
    const withdrawn: RosterEvent = { type: 'RosterChangeWithdrawn', data: { request: 1 } };
    const amended: RosterEvent = {
      type: 'RosterAmended',
      data: { ...edition(2), ...reason, people: [{ account: 'bo', days: { '2026-03-20': ['late'] } }] },
    };
    const change = asked(1, { shifts: [] });
    expect(told(opened, planned, published(1, '2026-03-31'), change, refused, amended).slice(3)).toEqual([
      ['roster-change-to-decide team-leaders:call-centre managers:call-centre'],
      ['roster-change-decided account:ann'],
      ['roster-amended account:bo'],
    ]);
    expect(told(opened, planned, change, withdrawn).at(-1)).toEqual([]);
  });
});
