import type { Principal } from '@ledgerline/contracts';
import {
  dateOfDay, expectDays, holdOut, volumeOf, workingCalendar,
  type Calendar, type DayVolume, type EpochDay, type ExpectedDay, type ForecastError, type HoldOut,
} from '@ledgerline/domain'; // prettier-ignore
import type { ReportFilter } from '../reports/report-sql.js';
import { dayAt, historyOf, type HistoryParts } from './history.js';

export interface ForecastQuestion {
  readonly filter: ReportFilter;
  readonly principal: Principal;
  readonly now: number;
  /** Days to forecast, from today on, and weeks of history before today. */
  readonly days: number;
  readonly weeks: number;
  readonly calendar: Calendar | undefined;
}

export interface ForecastDay {
  readonly day: string;
  readonly kind: ExpectedDay['kind'];
  readonly expected: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly hours: readonly number[];
  readonly restsOn: readonly { readonly day: string; readonly registered: number }[];
}

type ToldError = Readonly<Record<'days' | 'meanAbsolute' | 'bias' | 'nineOfTen', number>> & { readonly share: number | null };

export interface ForecastSeries {
  readonly group: Readonly<Record<string, string>>;
  /** Tickets of the history that it rests on. */
  readonly registered: number;
  readonly days: readonly ForecastDay[];
  /** null where there is too little history to hold some of it out. */
  readonly error: (ToldError & { readonly from: string; readonly to: string; readonly naive: ToldError }) | null;
}

export interface ForecastAnswer {
  readonly history: { readonly from: string; readonly to: string } | null;
  readonly items: readonly ForecastSeries[];
  readonly total: ForecastSeries;
}

/** Groups that are forecast each for itself: those with the most tickets. */
const mostGroups = 50;

/** R14.2: how much is to be expected, from what came, and how far such a forecast was off lately. */
export async function answerForecast(question: ForecastQuestion, parts: HistoryParts): Promise<ForecastAnswer> {
  const { now, weeks, filter, principal } = question;
  const today = dayAt(now, parts.configuration.timeZone);
  const { from, total, groups } = await historyOf({ filter, principal, from: today - weeks * 7, to: today }, parts);
  const [column = ''] = filter.group;
  const items = [...groups].map(([of, history]) => seriesOf({ [column]: of }, history, today, question));
  return {
    history: from < today ? { from: dateOfDay(from), to: dateOfDay(today - 1) } : null,
    items: items.toSorted((a, b) => b.registered - a.registered).slice(0, mostGroups),
    total: seriesOf({}, total, today, question),
  };
}

function seriesOf(
  group: ForecastSeries['group'],
  history: readonly DayVolume[],
  today: EpochDay,
  { days, calendar }: ForecastQuestion,
): ForecastSeries {
  const working = calendar && workingCalendar(calendar);
  const held = holdOut(history, Math.max(days, 7), working);
  const came = new Map(history.map((one) => [one.day, volumeOf(one)]));
  const coming = Array.from({ length: days }, (_, place) => today + place);
  return {
    group,
    registered: [...came.values()].reduce((sum, one) => sum + one, 0),
    days: expectDays(history, coming, working).map((one) => dayTold(one, held, came)),
    error: held === undefined ? null : { from: dateOfDay(held.from), to: dateOfDay(held.to), ...told(held.error), naive: told(held.naive) },
  }; // prettier-ignore
}

function dayTold(one: ExpectedDay, held: HoldOut | undefined, came: ReadonlyMap<EpochDay, number>): ForecastDay {
  const { day, kind, expected, hours, restsOn } = one;
  const off = held?.error.nineOfTen;
  const isBounded = expected !== undefined && off !== undefined;
  return {
    day: dateOfDay(day),
    kind,
    expected: expected === undefined ? null : hundredths(expected),
    low: isBounded ? hundredths(Math.max(0, expected - off)) : null,
    high: isBounded ? hundredths(expected + off) : null,
    hours: hours.map(hundredths),
    restsOn: restsOn.map((like) => ({ day: dateOfDay(like), registered: came.get(like) ?? 0 })),
  };
}

function told({ days, meanAbsolute, bias, nineOfTen, share }: ForecastError): ToldError {
  const figures = { meanAbsolute: hundredths(meanAbsolute), bias: hundredths(bias), nineOfTen: hundredths(nineOfTen) };
  return { days, ...figures, share: share === undefined ? null : Math.round(share * 10_000) / 10_000 };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
