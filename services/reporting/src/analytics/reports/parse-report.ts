import { timeInAddress, type BodyFault } from '@ledgerline/contracts';
import type { ReportFilter } from './report-sql.js';
import type { Report } from './report.js';

export type Parameters = Readonly<Record<string, string>>;

/** Columns that one report is grouped by at most. */
const mostColumns = 3;

/**
 * What was asked, from query parameters: `from`, `to` (an instant, or a date, which begins at midnight of the site), `group` (columns by
 * comma), and a column's own name to narrow it to one value.
 */
export function parseReport(
  report: Report,
  parameters: Parameters,
  timeZone: string,
): ReportFilter | { readonly errors: readonly BodyFault[] } {
  const errors: BodyFault[] = [];
  const fault = (name: string, detail: string) => void errors.push({ pointer: `/${name}`, detail });
  const where: Record<string, string> = {};
  const period: { from?: number; to?: number } = {};
  let group: readonly string[] = [];
  for (const [name, text] of Object.entries(parameters)) {
    if (typeof text !== 'string') fault(name, 'is given once');
    else if (name === 'from' || name === 'to') {
      const at = instantIn(timeInAddress(text), timeZone);
      if (report.time === undefined) fault(name, 'this report is about the present and has no period');
      else if (at === undefined) fault(name, 'is an RFC 3339 time or a date');
      else period[name] = at;
    } else if (name === 'group') {
      group = text.split(',');
      const strangers = group.filter((one) => !Object.hasOwn(report.columns, one));
      if (strangers.length > 0 || group.length > mostColumns || new Set(group).size < group.length)
        fault(name, `is up to ${mostColumns} different ones of ${Object.keys(report.columns).join(', ')}, joined by commas`);
    } else if (!Object.hasOwn(report.columns, name)) fault(name, 'is no parameter of this call');
    else if (text === '' || text.length > 200) fault(name, 'has 1 to 200 characters');
    else where[name] = text;
  }
  return errors.length > 0 ? { errors } : { ...period, group, where };
}

function instantIn(text: string, timeZone: string): number | undefined {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text).toZonedDateTime(timeZone).epochMilliseconds;
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined; // no time at all: a fault of whoever asks
  }
}
