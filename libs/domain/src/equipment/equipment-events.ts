import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';

/** What is known of an item. */
export interface EquipmentContent {
  readonly name: Personal<string>;
  /** A code: what sort of thing it is. */
  readonly kind: string;
  readonly site: string;
  readonly place: Personal<string>;
  readonly serialNumber?: Personal<string>;
  readonly supplier?: Personal<string>;
  /** The last day of the warranty, `YYYY-MM-DD`. */
  readonly warrantyUntil?: string;
  /** Account of who sees to it. */
  readonly responsible: string;
  /** Code of the calendar by whose zone and working days its maintenance goes. */
  readonly calendar: string;
}

/** Every so many days or months after it was last done, or on dates. */
export type MaintenanceSchedule =
  { readonly everyDays: number } | { readonly everyMonths: number } | { readonly dates: readonly string[] };

/** What is to be done when. Dates are `YYYY-MM-DD` in `timeZone`. */
export interface MaintenanceTerms {
  readonly title: Personal<string>;
  readonly schedule: MaintenanceSchedule;
  /** So many days before it is due. */
  readonly remindDays: readonly number[];
  /** Wall time of reminders, `09:00`. */
  readonly remindTime: string;
  readonly timeZone: string;
}

/** The next time: the date of the plan, and the working day on which it is to be done. */
export interface MaintenanceDue {
  readonly plannedOn: string;
  readonly dueOn: string;
}

/**
 * Every event of an item of equipment (R12) by wire name. What is written of it is sealed with a key of its own, `person`: places and faults name people.
 * Faults and plans count from 1. The calendar is asked when something is decided, and its answer stands in the event: no later version moves a date.
 */
export interface EquipmentEvents {
  EquipmentRegistered: Written & EquipmentContent;
  /** Whole as it is from now on. */
  EquipmentChanged: Reason & EquipmentContent;
  /** For good: its open faults and its plans end with it. */
  EquipmentWrittenOff: Reason;
  /** Written off by mistake. */
  EquipmentBroughtBack: Reason;
  /** `stops`: it cannot be used. */
  FaultReported: Written & { readonly fault: number; readonly text: Personal<string>; readonly stops: boolean };
  FaultTakenOn: Written & { readonly fault: number; readonly note?: Personal<string>; readonly expectedOn?: string };
  FaultMended: Written & { readonly fault: number; readonly text: Personal<string> };
  MaintenancePlanned: Written & MaintenanceTerms & MaintenanceDue & { readonly plan: number };
  /** Whole as it is from now on. */
  MaintenanceRevised: Reason & MaintenanceTerms & MaintenanceDue & { readonly plan: number };
  MaintenanceEnded: Reason & { readonly plan: number };
  /** Done on a day, and when it is due again; never again where a plan by dates has no more. */
  MaintenanceRecorded: Written & {
    readonly plan: number;
    readonly on: string;
    readonly text: Personal<string>;
    readonly next?: MaintenanceDue;
  };
  /** So many days before it is due (negative: since then), and who was told. */
  MaintenanceReminded: {
    readonly plan: number;
    readonly dueOn: string;
    readonly daysLeft: number;
    readonly told: readonly string[];
  };
}
interface Written {
  readonly person: string;
}
interface Reason extends Written {
  readonly reason: Personal<string>;
}

export type EquipmentEventType = keyof EquipmentEvents;
export type EquipmentEvent = EventOf<EquipmentEvents>;

const content = ['name', 'place', 'serialNumber', 'supplier'];
const reason = ['reason'];

export const equipmentEventDefinitions: readonly EventDefinition[] = definitionsOf<EquipmentEventType>({
  EquipmentRegistered: content,
  EquipmentChanged: [...content, 'reason'],
  EquipmentWrittenOff: reason,
  EquipmentBroughtBack: reason,
  FaultReported: ['text'],
  FaultTakenOn: ['note'],
  FaultMended: ['text'],
  MaintenancePlanned: ['title'],
  MaintenanceRevised: ['title', 'reason'],
  MaintenanceEnded: reason,
  MaintenanceRecorded: ['text'],
  MaintenanceReminded: undefined,
});
