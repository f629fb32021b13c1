import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';
import type { RosterFinding } from './roster-finding.js';
import type { PlannedPerson } from './rostered-person.js';
import type { ShiftTimes } from './shift-book.js';

/**
 * Every event of a department's roster (排班) of one month, R12, by wire name. Streams of category `roster` are named `{department}-{month}`, so that no two rosters are
 * about the same days. Reasons are sealed with a key of the roster's own, `person`: they tell of illness. Editions count publications and what changed after them, from 1.
 */
export interface RosterEvents {
  RosterOpened: {
    readonly person: string;
    readonly department: string;
    readonly site: string;
    /** `2026-03` */
    readonly month: string;
    /** Code of the calendar whose holidays are shown. */
    readonly calendar: string;
    readonly timeZone: string;
  };
  /** Of days that are not published. */
  RosterPlanned: { readonly people: readonly PlannedPerson[] };
  /** Up to and with a day. The times of its shifts stand in it; what a shift meant before in this roster stays. */
  RosterPublished: Edition & { readonly through: string };
  /** Of days that are published, by whoever plans. */
  RosterAmended: Edition & Reason & { readonly people: readonly PlannedPerson[] };
  /** `with`: whose days are exchanged for the asker's, on `date` and on `withDate`. Without: other shifts, or a day off, for the asker. */
  RosterChangeRequested: Reason & AskedChange & { readonly request: number; readonly account: string };
  RosterChangeAgreed: { readonly request: number };
  RosterChangeDeclined: Reason & { readonly request: number };
  RosterChangeApproved: Edition & { readonly request: number };
  RosterChangeRefused: Reason & { readonly request: number };
  RosterChangeWithdrawn: { readonly request: number };
}

export interface AskedChange {
  readonly date: string;
  readonly with?: string;
  readonly withDate?: string;
  readonly shifts?: readonly string[];
}
interface Edition {
  readonly edition: number;
  readonly shifts: readonly ShiftTimes[];
  /** What the rules had to say, and it was published all the same. */
  readonly findings: readonly RosterFinding[];
}
interface Reason {
  readonly person: string;
  readonly reason: Personal<string>;
}

export type RosterEventType = keyof RosterEvents;
export type RosterEvent = EventOf<RosterEvents>;

const reason = ['reason'];

export const rosterEventDefinitions: readonly EventDefinition[] = definitionsOf<RosterEventType>({
  RosterOpened: undefined,
  RosterPlanned: undefined,
  RosterPublished: undefined,
  RosterAmended: reason,
  RosterChangeRequested: reason,
  RosterChangeAgreed: undefined,
  RosterChangeDeclined: reason,
  RosterChangeApproved: undefined,
  RosterChangeRefused: reason,
  RosterChangeWithdrawn: undefined,
});
