import type { Principal } from '@ledgerline/contracts';
import { dateOfDay, dayLength, dayOfDate, type DayVolume, type EpochDay } from '@ledgerline/domain';
import type { AnalyticsParts } from '@ledgerline/host';
import type { Ask, FactAnswer } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';
import { conditionsOf, none, type ReportFilter } from '../reports/report-sql.js';
import { inWallTime, wallTime } from '../reports/calendar-columns.js';
import { word, type Column } from '../reports/column.js';
import { ofTicket, type Report } from '../reports/report.js';
import { visibleTo } from '../visible.js';

/** What a forecast is of: tickets as they come in, by what they can be narrowed to and grouped by. */
export const volume: Report = {
  from: 'tickets t',
  columns: { ...ofTicket, department: word('t.lead') },
  cells: { registered: 'TRUE' },
  means: {
    zh: '预计每天（及每小时）登记的工单数：取最近四个同类日逐小时的平均值；同类日为同一星期，节假日与调休日按工作日历另算。误差：留出最近的日子，用此前的历史按同法预测后比较；naive 为“同上周同一天”的误差。low、high：留出期九成日子的误差不超过此数。restsOn：所依据的日子及其工单。',
    en: 'Tickets expected to be registered on each day, by hour: the mean of the last four days of the same kind, which is the weekday; holidays and make-up workdays of the working calendar are kinds of their own. Error: the last days held out and forecast in the same way from the history before them; naive: as on the same weekday of the week before. Low and high: nine of ten days held out were off by no more. restsOn: the days that it is the mean of, with their tickets.',
  },
};

export interface HistoryQuestion {
  readonly filter: ReportFilter;
  readonly principal: Principal;
  /** The first day, and the one after the last. */
  readonly from: EpochDay;
  readonly to: EpochDay;
}

export interface History {
  readonly from: EpochDay;
  readonly total: readonly DayVolume[];
  /** By the value of the column that it is grouped by. */
  readonly groups: ReadonlyMap<string, readonly DayVolume[]>;
}

export type HistoryParts = Pick<AnalyticsParts, 'configuration'> & { readonly ask: Ask; readonly words: WordList };

/**
 * How many tickets came on each day and hour, of what the asker may see. It begins with the first ticket of all that they see: before
 * that nobody counted, and days without tickets are no days on which nobody called.
 */
export async function historyOf({ filter, principal, from, to }: HistoryQuestion, parts: HistoryParts): Promise<History> {
  const { words, configuration } = parts;
  const zone = configuration.timeZone;
  const visible = visibleTo(principal, words);
  const [first] = await parts.ask(`SELECT min(t.registered) AS at FROM tickets t WHERE ${visible}`);
  const begun = first?.['at'] === null ? to : dayAt(Number(first?.['at']), zone);
  const { where, values } = conditionsOf(volume, filter, { visible, words, zone });
  const [column] = filter.group.map((name) => volume.columns[name] as Column);
  const period = { from: beginOf(from, zone), to: beginOf(to, zone) };
  const day = `CAST(floor(local:t.registered / ${dayLength}) AS INTEGER)`;
  const sql = `SELECT ${day} AS day, hour(${wallTime('t.registered')}) AS hour, ${column?.sql ?? 'NULL'} AS of, count(*) AS n
     FROM tickets t WHERE ${where} AND t.registered >= $from AND t.registered < $to GROUP BY ALL`;
  const rows = await parts.ask(inWallTime(sql, zone, period), { ...values, ...period });
  const start = Math.min(to, Math.max(from, begun));
  const groups = column === undefined ? [] : [...Map.groupBy(rows, (row) => (row['of'] === null ? none : words.wordOf(row['of'] as number)))];
  return {
    from: start,
    total: byDay(rows, start, to),
    groups: new Map(groups.map(([of, some]) => [of, byDay(some, start, to)])),
  };
} // prettier-ignore

function byDay(rows: readonly FactAnswer[], from: EpochDay, to: EpochDay): readonly DayVolume[] {
  const days = Array.from({ length: to - from }, (_, place) => ({ day: from + place, hours: new Array<number>(24).fill(0) }));
  for (const { day, hour, n } of rows) {
    const hours = days[(day as number) - from]?.hours;
    if (hours !== undefined) hours[hour as number] = (hours[hour as number] as number) + Number(n);
  }
  return days;
}

/** The local day in which an instant lies. */
export function dayAt(instant: number, zone: string): EpochDay {
  return dayOfDate(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString());
}

function beginOf(day: EpochDay, zone: string): number {
  return Temporal.PlainDate.from(dateOfDay(day)).toZonedDateTime(zone).epochMilliseconds;
}
