import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { dimensionWords } from '../words/report-words.ts';
import { periodIn, type Period } from './period.ts';
import type { ReportShape } from './report-shapes.ts';

/** What the reader asks of the dashboards; it stands in the address, so that a view can be kept, sent and come back to. */
export interface Asked {
  readonly period: Period;
  readonly search: URLSearchParams;
  /** By what the reader wants it divided. */
  readonly by: string | undefined;
  /** Column and value. */
  readonly where: Readonly<Record<string, string>>;
  set(change: Readonly<Record<string, string | undefined>>): void;
}

export function useAsked(): Asked {
  const [search, setSearch] = useSearchParams();
  const names = Object.keys(dimensionWords).filter((name) => search.get(name));
  return {
    search,
    period: periodIn(search, dayjs()),
    by: search.get('by') ?? undefined,
    where: Object.fromEntries(names.map((name) => [name, search.get(name) as string])),
    set: (change) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change))
            if (value === undefined) after.delete(name);
            else after.set(name, value);
          return after;
        },
        { replace: true },
      ),
  };
}

/** By what this report is divided: as the reader wants it, where it can be. */
export function dividedBy({ dimensions }: Pick<ReportShape, 'dimensions'>, { by }: Pick<Asked, 'by'>): string {
  return (by !== undefined && dimensions.includes(by) ? by : dimensions[0]) ?? '';
}

/** Parameters of the call. A report is not asked for what it does not have. */
export function parametersFor(shape: ReportShape, { period, where }: Pick<Asked, 'period' | 'where'>, group: string) {
  const narrowed = Object.entries(where).filter(([name]) => shape.dimensions.includes(name));
  return { ...(shape.hasPeriod ? period : {}), ...(group === '' ? {} : { group }), ...Object.fromEntries(narrowed) };
}
