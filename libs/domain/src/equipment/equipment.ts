import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import type { EquipmentContent, EquipmentEvent, MaintenanceDue, MaintenanceTerms } from './equipment-events.js';

export const faultStates = ['reported', 'taken-on', 'mended', 'written-off'] as const;
export type FaultState = (typeof faultStates)[number];

interface Once {
  readonly at: string;
  readonly by: string;
}

/** A fault (故障): who reported it, who sees to it, and what was done. */
export interface EquipmentFault {
  readonly fault: number;
  readonly text: Personal<string>;
  readonly stops: boolean;
  readonly state: FaultState;
  readonly reported: Once;
  readonly takenOn?: Once & { readonly note?: Personal<string>; readonly expectedOn?: string };
  readonly mended?: Once & { readonly text: Personal<string> };
}

/** A maintenance plan (维护计划). Without `due` nothing of it is to come. */
export interface MaintenancePlan extends MaintenanceTerms {
  readonly plan: number;
  readonly plannedAt: string;
  readonly due?: MaintenanceDue;
  readonly lastDoneOn?: string;
  /** The reminder told last: of which due date, and how many days before it. */
  readonly reminded?: { readonly dueOn: string; readonly daysLeft: number };
  readonly ended?: true;
}

/** An item of equipment (设备) as its events give it. Times are RFC 3339, UTC. */
export interface Equipment extends EquipmentContent {
  readonly person: string;
  readonly registeredAt: string;
  readonly updatedAt: string;
  readonly faults: readonly EquipmentFault[];
  readonly plans: readonly MaintenancePlan[];
  readonly writtenOff?: Once & { readonly reason: Personal<string> };
}
export type MaybeEquipment = Equipment | undefined;

type RecordedEquipmentEvent = EquipmentEvent & Pick<RecordedEvent, 'meta'>;

export const equipmentFold: Fold<MaybeEquipment> = {
  initial: undefined,
  // Why something was changed or ended, and what was done at one maintenance, stands in the history alone.
  looksInside: [
    'EquipmentRegistered', 'EquipmentChanged', 'EquipmentWrittenOff', 'FaultReported', 'FaultTakenOn', 'FaultMended', 'MaintenancePlanned',
    'MaintenanceRevised',
  ], // prettier-ignore
  evolve: (equipment, recorded) => evolveEquipment(equipment, recorded as unknown as RecordedEquipmentEvent),
};

function evolveEquipment(before: MaybeEquipment, event: RecordedEquipmentEvent): MaybeEquipment {
  const { at } = event.meta;
  if (event.type === 'EquipmentRegistered') return { ...event.data, registeredAt: at, updatedAt: at, faults: [], plans: [] };
  return before && { ...changed(before, event), updatedAt: at };
}

function changed(
  equipment: Equipment,
  event: Exclude<RecordedEquipmentEvent, { readonly type: 'EquipmentRegistered' }>,
): Equipment {
  const once = { at: event.meta.at, by: powerOf(event.meta) };
  switch (event.type) {
    case 'EquipmentChanged': {
      const { reason: _reason, person: _person, ...content } = event.data;
      const { person, registeredAt, updatedAt, faults, plans } = equipment;
      return { person, registeredAt, updatedAt, faults, plans, ...content };
    }
    case 'EquipmentWrittenOff':
      return writtenOff(equipment, { ...once, reason: event.data.reason });
    case 'EquipmentBroughtBack': {
      const { writtenOff: _before, ...rest } = equipment;
      return rest;
    }
    case 'FaultReported': {
      const { fault, text, stops } = event.data;
      return { ...equipment, faults: [...equipment.faults, { fault, text, stops, state: 'reported', reported: once }] };
    }
    case 'FaultTakenOn': {
      const { fault, person: _person, ...more } = event.data;
      return withFault(equipment, fault, { state: 'taken-on', takenOn: { ...once, ...more } });
    }
    case 'FaultMended':
      return withFault(equipment, event.data.fault, { state: 'mended', mended: { ...once, text: event.data.text } });
    case 'MaintenancePlanned': {
      const { person: _person, plannedOn, dueOn, ...terms } = event.data;
      const plan = { ...terms, plannedAt: once.at, due: { plannedOn, dueOn } };
      return { ...equipment, plans: [...equipment.plans, plan] };
    }
    case 'MaintenanceRevised': {
      const { person: _person, reason: _reason, plannedOn, dueOn, ...terms } = event.data;
      return withPlan(equipment, terms.plan, { ...terms, due: { plannedOn, dueOn } });
    }
    case 'MaintenanceEnded':
      return withPlan(equipment, event.data.plan, { ended: true });
    case 'MaintenanceRecorded': {
      const { plan, on, next } = event.data;
      const { plans } = equipment;
      return { ...equipment, plans: plans.map((one) => (one.plan === plan ? doneOn(one, on, next) : one)) };
    }
    case 'MaintenanceReminded': {
      const { plan, dueOn, daysLeft } = event.data;
      return withPlan(equipment, plan, { reminded: { dueOn, daysLeft } });
    }
    default:
      return noRuleFor(event);
  }
}

function writtenOff(equipment: Equipment, why: NonNullable<Equipment['writtenOff']>): Equipment {
  const faults = equipment.faults.map((one) => (one.state === 'mended' ? one : { ...one, state: 'written-off' as const }));
  const plans = equipment.plans.map((one) => ({ ...one, ended: true as const }));
  return { ...equipment, faults, plans, writtenOff: why };
}

function doneOn({ due: _before, ...plan }: MaintenancePlan, on: string, next: MaintenanceDue | undefined): MaintenancePlan {
  return { ...plan, lastDoneOn: on, ...(next === undefined ? {} : { due: next }) };
}

function withFault(equipment: Equipment, fault: number, change: Partial<EquipmentFault>): Equipment {
  return { ...equipment, faults: equipment.faults.map((one) => (one.fault === fault ? { ...one, ...change } : one)) };
}

function withPlan(equipment: Equipment, plan: number, change: Partial<MaintenancePlan>): Equipment {
  return { ...equipment, plans: equipment.plans.map((one) => (one.plan === plan ? { ...one, ...change } : one)) };
}
