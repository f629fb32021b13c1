import { definitionsOf, type EventDefinition, type EventOf, type Fold } from '@ledgerline/kernel';

/** A shift as clocks on the wall have it: `HH:MM`; an end that is not after its start lies on the next day. It belongs to the day on which it starts. */
export interface ShiftTimes {
  readonly code: string;
  readonly start: string;
  readonly end: string;
  /** Unpaid, within the shift. */
  readonly breaks: readonly Break[];
}
export interface Break {
  readonly from: string;
  readonly to: string;
}

/** A named shift (班次). */
export interface NamedShift extends ShiftTimes {
  /** Of the house, as a department's: it names nobody. */
  readonly name: string;
}

export const staffingDays = ['every-day', 'working-days', 'days-off'] as const;

/** So many people at least between two wall times, on days that the calendar says are such. */
export interface StaffingNeed {
  readonly days: (typeof staffingDays)[number];
  readonly from: string;
  readonly to: string;
  readonly least: number;
}

/** What a centre plans its people by. */
export interface ShiftBook {
  readonly shifts: readonly NamedShift[];
  readonly staffing: readonly StaffingNeed[];
  /** Between the shifts of one day and those of the next; the law of the PRC names none, so it is the centre's. */
  readonly minimumRestHours: number;
  /** Comprehensive working hours (综合计算工时制) were approved by the labour authority: what the law has of days and weeks is then a warning (劳部发〔1994〕503号). */
  readonly comprehensiveHours: boolean;
}
export type MaybeShiftBook = ShiftBook | undefined;

/** Streams of category `shift-book`: of a department (`department-{code}`), or of a site, for its departments that have none (`site-{code}`). */
export interface ShiftBookEvents {
  /** Whole as it is from now on. Published rosters keep their own. */
  ShiftsSet: ShiftBook;
}
export type ShiftBookEvent = EventOf<ShiftBookEvents>;

export const shiftBookEventDefinitions: readonly EventDefinition[] = definitionsOf<keyof ShiftBookEvents>({
  ShiftsSet: undefined,
});

export const shiftBookFold: Fold<MaybeShiftBook> = {
  initial: undefined,
  evolve: (_before, recorded) => (recorded as unknown as ShiftBookEvent).data,
};

/** Hours between shifts unless the centre says otherwise: what ILO and EU practice call the daily rest. */
export const usualRestHours = 11;

export const shiftBookOwners = ['department', 'site'] as const;

/** @returns undefined where it is no id of a shift book */
export function ownerOfShiftBook(
  id: string,
): { readonly owner: (typeof shiftBookOwners)[number]; readonly code: string } | undefined {
  const [, owner, code] = /^(department|site)-([a-z][a-z0-9-]{0,39})$/.exec(id) ?? [];
  return code === undefined ? undefined : { owner: owner as 'department' | 'site', code };
}

export function shiftBookId(owner: (typeof shiftBookOwners)[number], code: string): string {
  return `${owner}-${code}`;
}
