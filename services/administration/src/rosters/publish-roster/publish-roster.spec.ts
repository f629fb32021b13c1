import { describe, expect, test } from '@jest/globals';
import {
  rosterFold,
  workingDaysOf,
  type Calendar,
  type NamedShift,
  type RosterEvent,
  type RosteredPerson,
} from '@ledgerline/domain';
import { actorOf, given, recorded } from '@ledgerline/kernel/contracts';
import type { RosterBasis } from '../roster-basis.js';
import { publishRoster } from './publish-roster.decision.js';

const shift = (code: string, start: string, end: string): NamedShift => ({ code, name: code, start, end, breaks: [] });
const early = shift('early', '08:00', '16:00');
const late = shift('late', '16:00', '23:00');
const calendar: Calendar = { code: 'default', timeZone: 'Asia/Shanghai', week: {} };
const basisOf = (...shifts: readonly NamedShift[]): RosterBasis => ({
  book: { shifts, staffing: [], minimumRestHours: 11, comprehensiveHours: false },
  calendar,
  worksOn: workingDaysOf(calendar).works,
  beside: [],
});
const lead = actorOf(['team-leader'], ['call-centre'], 'lead');
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
const planned = (days: RosteredPerson['days']): RosterEvent => ({
  type: 'RosterPlanned',
  data: { people: [{ account: 'ann', days }] },
});
const publish = (basis: RosterBasis, history: readonly RosterEvent[], through: string) =>
  given(rosterFold, opened, ...history).when(publishRoster(basis), { through }, lead);
const history = [planned({ '2026-03-02': ['early'], '2026-03-20': ['late'] })];

describe('publication', () => {
  test('keeps the times of the days that it is of, and no draft’s', () => {
    const first = publish(basisOf(early, late), history, '2026-03-08');
    expect(first).toMatchObject([{ data: { shifts: [{ code: 'early', start: '08:00' }] } }]);
    const after = [...history, ...(first as readonly RosterEvent[])];
    const moved = basisOf(shift('early', '09:00', '17:00'), shift('late', '17:00', '23:30'));
    const second = publish(moved, after, '2026-03-31') as readonly RosterEvent[];
    const state = recorded([opened, ...after, ...second], lead).reduce(rosterFold.evolve, rosterFold.initial);
    // What was published first is as it was; what was a draft meanwhile has the times of the book.
    expect(state?.shifts.map(({ code, start }) => [code, start])).toEqual([
      ['early', '08:00'],
      ['late', '17:00'],
    ]);
  });
  test('is refused of shifts that the book has no more, or that its new times make overlap', () => {
    expect(publish(basisOf(late), history, '2026-03-08')).toMatchObject({ rejection: 'unknown-shift', shift: 'early' });
    const both = [planned({ '2026-03-02': ['dawn', 'dusk'] })];
    const [dawn, dusk] = [shift('dawn', '06:00', '10:00'), shift('dusk', '10:00', '14:00')];
    expect(publish(basisOf(dawn, dusk), both, '2026-03-08')).toMatchObject([{ type: 'RosterPublished' }]);
    const longer = basisOf(shift('dawn', '06:00', '10:30'), dusk);
    expect(publish(longer, both, '2026-03-08')).toMatchObject({ rejection: 'shifts-overlap', date: '2026-03-02' });
  });
});
