import { exactFen } from './exact-fen.js';
import { datesOfMonth, type DaySource, type WorkingDays } from './working-days.js';

/** A wage a month, in fen, from a day on. */
export interface WageFrom {
  readonly from: string;
  readonly monthly: number;
}

/** Somebody away on a day: a whole day or half of it, paid by so many percent of the day's wage. */
export interface AwayDay {
  readonly date: string;
  readonly halves: 1 | 2;
  readonly payPercent: number;
}

export interface PayTerms {
  /** The first and the last day for which probation is paid. */
  readonly from: string;
  readonly to: string;
  /** By their days; the first begins no later than `from`. */
  readonly wages: readonly WageFrom[];
  readonly away: readonly AwayDay[];
  readonly roster: WorkingDays;
  /** The local minimum wage a month on a day; undefined where none is known. */
  readonly minimumOn: (date: string) => number | undefined;
}

export type PayWarning =
  'less-than-21.75-days' | 'daily-wage-less-than-21.75-days' | 'below-the-local-minimum' | 'local-minimum-unknown';

export interface DaysBy extends DaySource {
  readonly days: number;
  readonly restDays: number;
}

/** What a month's probation is worth, in fen; days are counted in halves, so that nothing is a fraction. */
export interface PayStatement {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly daysOfMonth: number;
  readonly restDays: number;
  /** What said of how many days of the month whether they are rest days: the published roster, and the calendar where there is none. */
  readonly restDaysBy: readonly DaysBy[];
  /** Days of the month less rest days: what a month's wage is divided by. */
  readonly divisor: number;
  /** Rounded to the fen, to be read: amounts are worked out from the month's wage. */
  readonly dailyWage: number;
  readonly workingHalves: number;
  readonly awayHalves: number;
  readonly amount: number;
  /** The same by 21.75 paid days a month, statutory holidays among them. */
  readonly standard: { readonly dailyWage: number; readonly paidDays: number; readonly amount: number };
  readonly warnings: readonly PayWarning[];
}

/** 人社部发〔2025〕2号: (365 − 104) ÷ 12 paid days a month, in hundredths. */
const standardDays = 2_175n;

/**
 * R13.2: daily wage = monthly wage ÷ (days of the month − rest days). Rest days are the roster's days off, never the employee's leave: that changes what is paid, not
 * what a day is worth. A whole month without unpaid leave is the month's wage to the fen.
 *
 * @param month `2026-03`; one in which some day of `terms` lies
 */
export function payStatement(month: string, terms: PayTerms): PayStatement {
  const dates = datesOfMonth(month);
  const theirs = dates.filter((date) => terms.from <= date && date <= terms.to);
  const worked = dates.filter((date) => terms.roster.works(date));
  const divisor = worked.length;
  const [first, last] = [theirs[0], theirs.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError(`there is no day of it in ${month}`);
  const byRule = parts(
    theirs.filter((date) => terms.roster.works(date)),
    terms,
  );
  const byWeek = parts(
    theirs.filter((date) => terms.roster.worksInWeek(date)),
    terms,
  );
  const wage = wageOn(last, terms.wages);
  const amount = divisor === 0 ? 0 : exactFen(byRule.weighed, 1n, 200n * BigInt(divisor));
  const isWhole = byWeek.days === dates.filter((date) => terms.roster.worksInWeek(date)).length;
  const standard = {
    dailyWage: exactFen(BigInt(wage), 100n, standardDays),
    paidDays: byWeek.days,
    amount: standardAmount(byWeek, wage, isWhole),
  };
  const dailyWage = divisor === 0 ? 0 : exactFen(BigInt(wage), 1n, BigInt(divisor));
  const minimum = terms.minimumOn(last);
  return {
    month,
    from: first,
    to: last,
    daysOfMonth: dates.length,
    restDays: dates.length - divisor,
    restDaysBy: restDaysBy(dates, terms.roster),
    divisor,
    dailyWage,
    workingHalves: 2 * byRule.days,
    awayHalves: byRule.awayHalves,
    amount,
    standard,
    warnings: [
      ...(amount < standard.amount ? (['less-than-21.75-days'] as const) : []),
      ...(dailyWage < standard.dailyWage ? (['daily-wage-less-than-21.75-days'] as const) : []),
      ...(minimum === undefined
        ? (['local-minimum-unknown'] as const)
        : wage < minimum
          ? (['below-the-local-minimum'] as const)
          : []),
    ],
  };
}

function restDaysBy(dates: readonly string[], roster: WorkingDays): readonly DaysBy[] {
  const bySource = Map.groupBy(dates, (date) => JSON.stringify(roster.saidBy(date)));
  return [...bySource.values()].map((some) => ({
    ...roster.saidBy(some[0] as string),
    days: some.length,
    restDays: some.filter((date) => !roster.works(date)).length,
  }));
}

interface Parts {
  readonly days: number;
  readonly awayHalves: number;
  /** Σ wage × paid share of the day, in fen × 200 (halves by percent). */
  readonly weighed: bigint;
  /** The same of what is not paid. */
  readonly unpaid: bigint;
}

function parts(days: readonly string[], { wages, away }: PayTerms): Parts {
  let [awayHalves, weighed, unpaid] = [0, 0n, 0n];
  for (const date of days) {
    const wage = BigInt(wageOn(date, wages));
    let lost = 0;
    for (const one of away) {
      if (one.date !== date) continue;
      awayHalves += one.halves;
      lost += one.halves * (100 - one.payPercent);
    }
    weighed += wage * BigInt(200 - Math.min(200, lost));
    unpaid += wage * BigInt(Math.min(200, lost));
  }
  return { days: days.length, awayHalves, weighed, unpaid };
}

/** Of a whole month its wage less what is not paid; of a part its paid days, never more than the month's wage. */
function standardAmount({ weighed, unpaid }: Parts, wage: number, isWhole: boolean): number {
  if (isWhole) return Math.max(0, wage - exactFen(unpaid, 100n, 200n * standardDays));
  return Math.min(wage, exactFen(weighed, 100n, 200n * standardDays));
}

/** @throws RangeError where none was agreed by that day */
function wageOn(date: string, wages: readonly WageFrom[]): number {
  const found = wages.findLast(({ from }) => from <= date);
  if (found === undefined) throw new RangeError(`no wage on ${date}`);
  return found.monthly;
}
