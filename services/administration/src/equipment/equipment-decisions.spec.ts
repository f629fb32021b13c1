import { describe, expect, test } from '@jest/globals';
import { equipmentFold, equipmentStateOf, type EquipmentEvent, type MaybeEquipment } from '@ledgerline/domain';
import type { Actor, Decide, DomainEvent, Rejection } from '@ledgerline/kernel';
import { actorOf, recorded, specTime } from '@ledgerline/kernel/contracts';
import { bringBackEquipment, changeEquipment, writeOffEquipment } from './change-equipment/change-equipment.decision.js';
import { mendFault, reportFault, takeOnFault } from './faults/fault.decisions.js';
import { endMaintenance, planMaintenance, reviseMaintenance } from './maintenance/plan-maintenance.decision.js';
import { recordMaintenance } from './maintenance/record-maintenance.decision.js';
import { registerEquipment } from './register-equipment/register-equipment.decision.js';
import { remindOfMaintenance } from './remind-of-maintenance/remind-of-maintenance.decision.js';

const agent = actorOf(['agent'], ['call-centre'], 'a1');
const keeper = actorOf(['handler'], ['it'], 'k1');
const administrator = actorOf(['administrator'], [], 'admin1');
const system = actorOf(['system'], [], 'equipment');

/** Monday to Friday, in Shanghai. It is 2 March 2026, a Monday. */
const basis = { timeZone: 'Asia/Shanghai', works: (date: string) => Temporal.PlainDate.from(date).dayOfWeek <= 5 };
const content = { name: '话务耳机', kind: 'headset', site: 'main', place: '3 号坐席', responsible: 'k1', calendar: 'default' };
const registered: EquipmentEvent = { type: 'EquipmentRegistered', data: { person: 'p', ...content } };
const fault = (n: number): EquipmentEvent => ({
  type: 'FaultReported',
  data: { person: 'p', fault: n, text: 'silent', stops: true },
});
const takenOn: EquipmentEvent = { type: 'FaultTakenOn', data: { person: 'p', fault: 1 } };
const mended: EquipmentEvent = { type: 'FaultMended', data: { person: 'p', fault: 1, text: 'new cable' } };
const terms = { title: 'clean', remindDays: [7, 1], remindTime: '09:00', timeZone: 'Asia/Shanghai' };
const planned = (schedule: object, plannedOn: string, dueOn = plannedOn): EquipmentEvent =>
  ({ type: 'MaintenancePlanned', data: { person: 'p', plan: 1, ...terms, schedule, plannedOn, dueOn } }) as EquipmentEvent;
const monthly = planned({ everyMonths: 1 }, '2026-03-02');
const ended: EquipmentEvent = { type: 'MaintenanceEnded', data: { person: 'p', plan: 1, reason: 'r' } };
const writtenOff: EquipmentEvent = { type: 'EquipmentWrittenOff', data: { person: 'p', reason: 'r' } };

function decided<Body>(
  history: readonly EquipmentEvent[],
  decide: Decide<Body, MaybeEquipment, EquipmentEvent>,
  body: Body,
  actor: Actor,
  at = specTime,
): readonly DomainEvent[] | Rejection {
  const state = recorded(history).reduce(equipmentFold.evolve, equipmentFold.initial);
  return decide(body, state, { at, actor, site: 'main' });
}
const outcome = (events: readonly DomainEvent[] | Rejection) =>
  Array.isArray(events) ? events.map(({ type }) => type).join(' ') : (events as Rejection).rejection;
const reason = 'r';

describe('an item of equipment', () => {
  test.each<[string, string, readonly EquipmentEvent[], Decide<never, MaybeEquipment, EquipmentEvent>, readonly [object, Actor]]>([
    ['is registered once', 'equipment-exists', [registered], registerEquipment({ person: 'q', responsible: 'k1' }), [{ code: 'x' }, administrator]],
    ['changes', 'EquipmentChanged', [registered], changeEquipment({ responsible: 'k2' }), [{ reason }, administrator]],
    ['does not change into what it is', 'nothing-to-change', [registered], changeEquipment({}), [{ place: '3 号坐席', reason }, administrator]],
    ['has faults that anybody reports', 'FaultReported', [registered], reportFault, [{ text: 'x' }, agent]],
    ['is not said to be faulty once it is written off', 'equipment-is-written-off', [registered, writtenOff], reportFault, [{ text: 'x' }, agent]],
    ['has faults that whoever is responsible takes on', 'FaultTakenOn', [registered, fault(1)], takeOnFault, [{ fault: 1 }, keeper]],
    ['and administrators', 'FaultTakenOn', [registered, fault(1)], takeOnFault, [{ fault: 1 }, administrator]],
    ['and nobody else', 'not-responsible-for-it', [registered, fault(1)], takeOnFault, [{ fault: 1 }, agent]],
    ['again where it goes to somebody else', 'FaultTakenOn', [registered, fault(1), takenOn], takeOnFault, [{ fault: 1 }, keeper]],
    ['is mended, taken on or not', 'FaultMended', [registered, fault(1)], mendFault, [{ fault: 1, text: 'x' }, keeper]],
    ['once', 'fault-is-not-open', [registered, fault(1), fault(2), mended], mendFault, [{ fault: 1, text: 'x' }, keeper]],
    ['of what was reported', 'no-such-fault', [registered, fault(1)], mendFault, [{ fault: 7, text: 'x' }, keeper]],
    ['not where nothing is wrong', 'nothing-is-faulty', [registered, fault(1), mended], mendFault, [{ fault: 1, text: 'x' }, keeper]],
    ['is brought back', 'EquipmentBroughtBack', [registered, writtenOff], bringBackEquipment, [{ reason }, administrator]],
    ['only where it was written off', 'equipment-is-in-use', [registered], bringBackEquipment, [{ reason }, administrator]],
    ['is not there', 'equipment-not-found', [], writeOffEquipment, [{ reason }, administrator]],
    ['has one kind of schedule', 'one-schedule-only', [registered], planMaintenance(basis), [{ title: 't' }, administrator]],
    ['and not two', 'one-schedule-only', [registered], planMaintenance(basis), [{ title: 't', everyDays: 2, dates: ['2026-04-01'] }, administrator]],
    ['of dates the first is among them', 'one-schedule-only', [registered], planMaintenance(basis), [{ title: 't', firstOn: '2026-04-01', dates: ['2026-04-01'] }, administrator]],
    ['to come', 'date-has-passed', [registered], planMaintenance(basis), [{ title: 't', everyDays: 2, firstOn: '2026-03-01' }, administrator]],
    ['and dates too', 'date-has-passed', [registered], planMaintenance(basis), [{ title: 't', dates: ['2026-03-01'] }, administrator]],
    ['is not revised after its end', 'no-maintenance-planned', [registered, monthly, ended], reviseMaintenance(basis), [{ plan: 1, title: 't', everyDays: 2, reason }, administrator]],
    ['ends once', 'no-maintenance-planned', [registered, monthly, ended], endMaintenance, [{ plan: 1, reason }, administrator]],
    ['is not maintained by anybody', 'not-responsible-for-it', [registered, monthly], recordMaintenance(basis), [{ plan: 1, on: '2026-03-02', text: 'x' }, agent]],
    ['nor ahead of time', 'date-is-to-come', [registered, monthly], recordMaintenance(basis), [{ plan: 1, on: '2026-03-03', text: 'x' }, keeper]],
    ['nor by a plan that is not there', 'no-such-plan', [registered, monthly], recordMaintenance(basis), [{ plan: 2, on: '2026-03-02', text: 'x' }, keeper]],
  ])('%s: %s', (_name, wanted, history, decide, [body, actor]) =>
    expect(outcome(decided(history, decide, body as never, actor))).toBe(wanted)); // prettier-ignore

  test('stands as its faults do', () => {
    const after = (...events: readonly EquipmentEvent[]) => {
      const state = recorded([registered, ...events]).reduce(equipmentFold.evolve, equipmentFold.initial);
      return state && equipmentStateOf(state);
    };
    expect([after(), after(fault(1)), after(fault(1), takenOn), after(fault(1), takenOn, fault(2)), after(fault(1), mended), after(writtenOff)]).toEqual(
      ['in-service', 'faulty', 'in-repair', 'faulty', 'in-service', 'written-off'],
    ); // prettier-ignore
  });

  test('writing it off ends its faults and plans; they do not come back with it', () => {
    const history = [registered, fault(1), monthly, writtenOff, { type: 'EquipmentBroughtBack', data: { person: 'p', reason } }];
    const state = recorded(history as EquipmentEvent[]).reduce(equipmentFold.evolve, equipmentFold.initial);
    expect(state).toMatchObject({ faults: [{ state: 'written-off' }], plans: [{ ended: true }] });
    expect(state?.writtenOff).toBeUndefined();
  });
});

describe('maintenance', () => {
  const nextOf = (events: readonly DomainEvent[] | Rejection) =>
    (events as unknown as readonly { data: { next?: object; dueOn?: string } }[])[0]?.data;

  test('is planned from today, or from a day on that is brought forward to a working day', () => {
    const body = { title: 't', everyDays: 5 };
    expect(nextOf(decided([registered], planMaintenance(basis), body, administrator))).toMatchObject({
      plan: 1, schedule: { everyDays: 5 }, plannedOn: '2026-03-07', dueOn: '2026-03-06', remindDays: [7, 1], remindTime: '09:00', timeZone: 'Asia/Shanghai',
    }); // prettier-ignore
    const today = { title: 't', everyDays: 5, firstOn: '2026-03-02' };
    expect(nextOf(decided([registered], planMaintenance(basis), today, administrator))).toMatchObject({ dueOn: '2026-03-02' });
  });

  test('is due again so long after it was done, however early that was', () => {
    const early = { plan: 1, on: '2026-02-20', text: 'x' };
    expect(nextOf(decided([registered, monthly], recordMaintenance(basis), early, keeper))?.next).toEqual({
      plannedOn: '2026-03-20',
      dueOn: '2026-03-20',
    });
  });

  test('by dates: what is done early or late is done with', () => {
    const dates = ['2026-03-08', '2026-09-01'];
    const plan = planned({ dates }, '2026-03-08', '2026-03-06');
    const next = { plannedOn: '2026-09-01', dueOn: '2026-09-01' };
    expect(nextOf(decided([registered, plan], recordMaintenance(basis), { plan: 1, on: '2026-03-02', text: 'x' }, keeper))?.next).toEqual(next); // prettier-ignore
    const last = planned({ dates }, '2026-09-01');
    const done: EquipmentEvent = { type: 'MaintenanceRecorded', data: { person: 'p', plan: 1, on: '2026-03-02', text: 'x' } };
    expect(outcome(decided([registered, last, done], recordMaintenance(basis), { plan: 1, on: '2026-03-02', text: 'x' }, keeper))).toBe('nothing-left-of-the-plan'); // prettier-ignore
  });

  test('that is revised goes on counting from the day on which it was done', () => {
    const done: EquipmentEvent = {
      type: 'MaintenanceRecorded',
      data: { person: 'p', plan: 1, on: '2026-02-27', text: 'x', next: { plannedOn: '2026-03-27', dueOn: '2026-03-27' } },
    };
    const body = { plan: 1, title: 't', everyDays: 7, reason };
    expect(nextOf(decided([registered, monthly, done], reviseMaintenance(basis), body, administrator))).toMatchObject({ dueOn: '2026-03-06' }); // prettier-ignore
    const before = { plan: 1, on: '2026-02-26', text: 'x' };
    expect(outcome(decided([registered, monthly, done], recordMaintenance(basis), before, keeper))).toBe('maintenance-was-done-later'); // prettier-ignore
  });

  test('by dates that is revised on the day on which it was done is not due again that day', () => {
    const dates = ['2026-03-02', '2026-09-01'];
    const plan = planned({ dates }, '2026-03-02');
    const next = { plannedOn: '2026-09-01', dueOn: '2026-09-01' };
    const done: EquipmentEvent = {
      type: 'MaintenanceRecorded',
      data: { person: 'p', plan: 1, on: '2026-03-02', text: 'x', next },
    };
    const body = { plan: 1, title: 'other', dates, reason };
    expect(nextOf(decided([registered, plan, done], reviseMaintenance(basis), body, administrator))).toMatchObject(next);
    const before = { plannedOn: '2026-03-02', dueOn: '2026-03-02' };
    expect(nextOf(decided([registered, plan], reviseMaintenance(basis), body, administrator))).toMatchObject(before);
  });

  test('a reminder that was found due is decided again', () => {
    const step = { plan: 1, dueOn: '2026-03-02', daysLeft: -1, told: ['k1'] };
    const told = (history: readonly EquipmentEvent[], now: string) =>
      outcome(decided(history, remindOfMaintenance, step, system, now));
    expect(told([registered, monthly], '2026-03-03T01:00:00.000Z')).toBe('MaintenanceReminded');
    expect(told([registered, monthly], '2026-03-03T00:59:00.000Z')).toBe('step-no-longer-due');
    expect(told([registered, monthly, ended], '2026-03-03T01:00:00.000Z')).toBe('step-no-longer-due');
    const reminded: EquipmentEvent = { type: 'MaintenanceReminded', data: step };
    expect(told([registered, monthly, reminded], '2026-03-03T01:00:00.000Z')).toBe('step-no-longer-due');
  });
});
