import type { Sealed } from '../api/views.ts';
import type { ShownStepView } from '../look/Steps.tsx';

/** A roster as lists give it. */
export interface ListedRoster {
  readonly id: string;
  readonly department: string;
  readonly month: string;
  readonly timeZone: string;
  readonly edition: number;
  readonly publishedThrough?: string;
  readonly people: number;
  readonly toDecide?: number;
}

export interface ShiftView {
  readonly code: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly breaks: readonly { readonly from: string; readonly to: string }[];
}

export interface RosterDayView {
  readonly date: string;
  readonly rule: 'exception' | 'make-up' | 'holiday' | 'week';
  readonly works: boolean;
  readonly published: boolean;
  /** By half hours from 00:00. */
  readonly planned: readonly number[];
  readonly least: readonly number[];
}

export interface FindingView {
  readonly finding: string;
  readonly account?: string;
  readonly date: string;
  readonly times: number;
  readonly minutes?: number;
}

export interface RosterChangeView {
  readonly request: number;
  readonly account: string;
  readonly date: string;
  readonly with?: string;
  readonly withDate?: string;
  readonly shifts?: readonly string[];
  readonly reason: Sealed<string>;
  readonly state: 'asked' | 'agreed' | 'declined' | 'approved' | 'refused' | 'withdrawn';
  readonly decided?: { readonly by: string; readonly reason?: Sealed<string> };
}

export interface RosterView extends Omit<ListedRoster, 'people'> {
  readonly shifts: readonly ShiftView[];
  readonly days: readonly RosterDayView[];
  readonly people: readonly { readonly account: string; readonly days: Readonly<Record<string, readonly string[]>> }[];
  readonly absences: readonly { readonly account: string; readonly date: string; readonly kind?: string }[];
  readonly changes: readonly RosterChangeView[];
  readonly findings?: readonly FindingView[];
  readonly history?: readonly ShownStepView[];
}

export interface OwnDayView {
  readonly date: string;
  readonly roster: string;
  readonly shifts: readonly Omit<ShiftView, 'name'>[];
  readonly away?: string;
}

export interface OnDutyView {
  readonly account: string;
  readonly shift: string;
  readonly from: string;
  readonly to: string;
  readonly away: boolean;
  readonly state: string | null;
  readonly missing: boolean;
}

export interface ShiftBookView {
  readonly id: string;
  readonly from: string;
  readonly shifts: readonly ShiftView[];
  readonly staffing: readonly { readonly days: string; readonly from: string; readonly to: string; readonly least: number }[];
  readonly minimumRestHours: number;
  readonly comprehensiveHours: boolean;
}
