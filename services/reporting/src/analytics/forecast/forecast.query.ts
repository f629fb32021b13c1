import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { documentFold, inForce, type Calendar, type InBothLanguages } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { askDesk } from '../report.query.js';
import { parseReport, type Parameters } from '../reports/parse-report.js';
import type { ForecastAnswer, ForecastDay, ForecastQuestion, ForecastSeries } from './answer-forecast.js';
import { volume } from './history.js';

export interface AskedForecast {
  /** Days from today on, and weeks of history. */
  readonly days: number;
  readonly weeks: number;
  readonly parameters: Parameters;
}

type ToldDay = Omit<ForecastDay, 'restsOn'> & {
  /** Days of the history that it rests on, each with the address of its tickets. */
  readonly restsOn: readonly (ForecastDay['restsOn'][number] & { readonly tickets: string })[];
};
type ToldSeries = Omit<ForecastSeries, 'days'> & { readonly days: readonly ToldDay[] };

/** What to expect, as it is told: days are those of the site's time zone. */
export interface ShownForecast extends Omit<ForecastAnswer, 'items' | 'total'> {
  readonly report: 'forecast';
  readonly method: 'mean-of-like-days';
  /** Code of the calendar whose holidays count. */
  readonly calendar: string | null;
  readonly asOf: string;
  readonly position: string;
  readonly means: InBothLanguages;
  readonly items: readonly ToldSeries[];
  readonly total: ToldSeries;
}

/** `GET /reports/forecast`: what to expect by day and hour, how far such forecasts were off, and the days that each rests on. */
export async function askForecast(
  { body, principal, after }: QueryRequest<AskedForecast>,
  ledgerline: Ledgerline,
): Promise<(ShownForecast & { readonly kind: 'report' }) | Problem> {
  const { configuration, clock } = ledgerline;
  const filter = parseReport(volume, body.parameters, configuration.timeZone);
  if ('errors' in filter) return { ...problem('invalid-query'), errors: filter.errors };
  if (filter.group.length > 1)
    return { ...problem('invalid-query'), errors: [{ pointer: '/group', detail: 'is one column of a forecast' }] };
  const now = clock.now();
  const { days, weeks, parameters } = body;
  const question = { filter, principal, now, days, weeks, calendar: await calendarNow(now, ledgerline) };
  const answer = await askDesk<ForecastAnswer & { readonly kind: 'report'; readonly position: string }>(ledgerline, 'forecast', {
    ...question,
    after,
  } satisfies ForecastQuestion & { readonly after: string | undefined });
  if (answer.kind === 'problem') return answer;
  const withTickets = (series: ForecastSeries): ToldSeries => ({
    ...series,
    days: series.days.map((day) => ({ ...day, restsOn: day.restsOn.map((one) => withAddress(one, series.group, parameters)) })),
  });
  return {
    kind: 'report',
    report: 'forecast',
    method: 'mean-of-like-days',
    calendar: question.calendar?.code ?? null,
    asOf: instantText(now),
    position: answer.position,
    means: volume.means,
    history: answer.history,
    items: answer.items.map(withTickets),
    total: withTickets(answer.total),
  };
}

/** The calendar `default`, whose holidays count. */
async function calendarNow(now: number, { commands }: Ledgerline): Promise<Calendar | undefined> {
  const { state } = await commands.current(streamName('document', 'calendar-default'), documentFold);
  return inForce(state, instantText(now))?.body as Calendar | undefined;
}

/** The tickets of that day: those of the report `load`, narrowed as the forecast is. */
function withAddress(one: ForecastDay['restsOn'][number], group: ForecastSeries['group'], parameters: Parameters) {
  const { group: _group, ...kept } = parameters;
  const query = new URLSearchParams({ cell: 'registered', from: one.day, to: dayAfter(one.day), ...kept, ...group });
  return { ...one, tickets: `/api/v1/reports/load/tickets?${query.toString()}` };
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
