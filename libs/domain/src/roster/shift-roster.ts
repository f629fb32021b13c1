import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import type { AskedChange, RosterEvent, RosterEvents } from './roster-events.js';
import type { PlannedPerson, RosteredPerson } from './rostered-person.js';
import type { ShiftTimes } from './shift-book.js';

/** `agreed`: the other has said yes; a team leader decides. */
export const rosterChangeStates = ['asked', 'agreed', 'declined', 'approved', 'refused', 'withdrawn'] as const;

/** A swap (换班) or another change that somebody asks for after publication. */
export interface RosterChange extends AskedChange {
  readonly request: number;
  readonly account: string;
  readonly reason: Personal<string>;
  readonly state: (typeof rosterChangeStates)[number];
  readonly at: string;
  readonly agreedAt?: string;
  readonly decided?: { readonly at: string; readonly by: string; readonly reason?: Personal<string> };
}

/** A department's roster of a month as its events give it. Times are RFC 3339, UTC. */
export interface ShiftRoster extends Omit<RosterEvents['RosterOpened'], 'person'> {
  readonly person: string;
  readonly openedAt: string;
  readonly updatedAt: string;
  /** In the order in which they came onto it. */
  readonly people: readonly RosteredPerson[];
  /** Of publications; 0 while there was none. */
  readonly edition: number;
  /** The last day that is published. */
  readonly publishedThrough?: string;
  readonly publishedAt?: string;
  /** The times of the shifts that were published, each as it was first. */
  readonly shifts: readonly ShiftTimes[];
  readonly changes: readonly RosterChange[];
}
export type MaybeShiftRoster = ShiftRoster | undefined;

type RecordedRosterEvent = RosterEvent & Pick<RecordedEvent, 'meta'>;

export const rosterFold: Fold<MaybeShiftRoster> = {
  initial: undefined,
  // Why a roster was amended stands in the history alone.
  looksInside: ['RosterChangeRequested', 'RosterChangeDeclined', 'RosterChangeRefused'],
  evolve: (roster, recorded) => evolveRoster(roster, recorded as unknown as RecordedRosterEvent),
};

function evolveRoster(before: MaybeShiftRoster, event: RecordedRosterEvent): MaybeShiftRoster {
  const { at } = event.meta;
  if (event.type === 'RosterOpened')
    return { ...event.data, openedAt: at, updatedAt: at, people: [], edition: 0, shifts: [], changes: [] };
  return before && { ...changed(before, event), updatedAt: at };
}

function changed(roster: ShiftRoster, event: Exclude<RecordedRosterEvent, { readonly type: 'RosterOpened' }>): ShiftRoster {
  const { at } = event.meta;
  switch (event.type) {
    case 'RosterPlanned':
      return { ...roster, people: withPlanned(roster.people, event.data.people) };
    case 'RosterPublished':
      return { ...inEdition(roster, event.data), publishedThrough: event.data.through, publishedAt: at };
    case 'RosterAmended':
      return { ...inEdition(roster, event.data), people: withPlanned(roster.people, event.data.people) };
    case 'RosterChangeRequested': {
      const { person: _person, ...asked } = event.data;
      const state = asked.with === undefined ? 'agreed' : 'asked';
      return { ...roster, changes: [...roster.changes, { ...asked, state, at }] };
    }
    case 'RosterChangeAgreed':
      return withChange(roster, event.data.request, { state: 'agreed', agreedAt: at });
    case 'RosterChangeApproved': {
      const change = roster.changes.find(({ request }) => request === event.data.request);
      const people = change === undefined ? roster.people : withPlanned(roster.people, daysAfter(change, roster));
      const decided = { at, by: powerOf(event.meta) };
      return withChange({ ...inEdition(roster, event.data), people }, event.data.request, { state: 'approved', decided });
    }
    case 'RosterChangeDeclined':
    case 'RosterChangeRefused': {
      const state = event.type === 'RosterChangeDeclined' ? 'declined' : 'refused';
      const decided = { at, by: powerOf(event.meta), reason: event.data.reason };
      return withChange(roster, event.data.request, { state, decided });
    }
    case 'RosterChangeWithdrawn':
      return withChange(roster, event.data.request, { state: 'withdrawn', decided: { at, by: powerOf(event.meta) } });
    default:
      return noRuleFor(event);
  }
}

function inEdition(
  roster: ShiftRoster,
  { edition, shifts }: Pick<RosterEvents['RosterPublished'], 'edition' | 'shifts'>,
): ShiftRoster {
  return { ...roster, edition, shifts: shiftsOfRoster(roster, shifts) };
}

/** What a code means in a roster: as it was first published in it, else as the shift book has it now. */
export function shiftsOfRoster({ shifts }: Pick<ShiftRoster, 'shifts'>, book: readonly ShiftTimes[]): readonly ShiftTimes[] {
  const own = new Set(shifts.map(({ code }) => code));
  return [...shifts, ...book.filter(({ code }) => !own.has(code))];
}

/** People with more planned for them; days of which nothing is planned any more are gone, and so is who has no day. */
export function withPlanned(people: readonly RosteredPerson[], planned: readonly PlannedPerson[]): readonly RosteredPerson[] {
  const found = new Map(people.map((one) => [one.account, one.days]));
  for (const { account, days } of planned) {
    const after = Object.entries({ ...found.get(account), ...days }).filter(([, shifts]) => shifts !== null);
    found.set(account, Object.fromEntries(after) as RosteredPerson['days']);
  }
  return [...found].filter(([, days]) => Object.keys(days).length > 0).map(([account, days]) => ({ account, days }));
}

/** What a change makes of the days of those whom it is about: of a swap each has on both days what the other had. */
export function daysAfter(
  change: AskedChange & { readonly account: string },
  { people }: Pick<ShiftRoster, 'people'>,
): readonly PlannedPerson[] {
  const { account, date, with: other, withDate = date, shifts = [] } = change;
  if (other === undefined) return [{ account, days: { [date]: shifts } }];
  const dates = [...new Set([date, withDate])];
  const of = (whose: string) => Object.fromEntries(dates.map((day) => [day, shiftsOn(whose, day, people) ?? null]));
  return [
    { account, days: of(other) },
    { account: other, days: of(account) },
  ];
}

/** @returns undefined where nothing is planned for them */
export function shiftsOn(account: string, date: string, people: readonly RosteredPerson[]): readonly string[] | undefined {
  return people.find((one) => one.account === account)?.days[date];
}

function withChange(roster: ShiftRoster, request: number, more: Partial<RosterChange>): ShiftRoster {
  return { ...roster, changes: roster.changes.map((one) => (one.request === request ? { ...one, ...more } : one)) };
}
