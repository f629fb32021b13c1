import { weekdays, type Weekday } from '../calendar/calendar.js';

/** The order of executives (R3): who is on duty when, and who is told next. Accounts are named by id. */
export interface DutyRota {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly timeZone: string;
  /** Where no turn is on, the first is on duty; after the one on duty come the others in this order. */
  readonly order: readonly string[];
  readonly rota: readonly DutyTurn[];
}

/** On certain weekdays, or on certain dates, which go before weekdays. One whose end is not after its start runs over midnight. */
export interface DutyTurn {
  readonly executive: string;
  readonly days?: readonly Weekday[];
  readonly dates?: readonly string[];
  readonly from: string;
  readonly to: string;
}

/**
 * The executives in the order in which they are told at an instant: who is on duty first. Wall times become instants as
 * Temporal's `compatible` does; a turn belongs to the day on which it starts.
 *
 * @param at milliseconds since the epoch
 */
export function executivesOnDuty({ timeZone, order, rota }: DutyRota, at: number): readonly string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const on = [today, today.subtract({ days: 1 })].flatMap((date) =>
    rota.filter((turn) => startsOn(turn, date)).map((turn) => ({ turn, ...spanOf(turn, date, timeZone) })),
  );
  const now = on.filter(({ start, end }) => start <= at && at < end);
  const [first] = now.toSorted((a, b) => Number(isDated(b.turn)) - Number(isDated(a.turn)) || b.start - a.start);
  const executive = first?.turn.executive ?? order[0];
  if (executive === undefined) return [];
  const place = order.indexOf(executive);
  return [executive, ...order.slice(place + 1), ...order.slice(0, Math.max(0, place))];
}

function startsOn({ days, dates }: DutyTurn, date: Temporal.PlainDate): boolean {
  if (dates) return dates.includes(date.toString());
  return days?.includes(weekdays[date.dayOfWeek - 1] as Weekday) === true;
}

function spanOf({ from, to }: DutyTurn, date: Temporal.PlainDate, timeZone: string) {
  const last = to > from ? date : date.add({ days: 1 });
  return { start: instant(date, from, timeZone), end: instant(last, to, timeZone) };
}

function instant(date: Temporal.PlainDate, plainTime: string, timeZone: string): number {
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

function isDated({ dates }: DutyTurn): boolean {
  return dates !== undefined;
}
