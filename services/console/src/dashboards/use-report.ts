import { useQuery } from '@tanstack/react-query';
import { call, query } from '../api/client.ts';
import type { InBothLanguages } from '../api/views.ts';
import type { ReportName } from './report-shapes.ts';

export type Figures = Readonly<Record<string, number | null>>;

/** The figures of a group; `tickets` (of calls `contacts`) is the call for what is behind them, to which the cell is added. */
export interface ReportLine {
  readonly group: Readonly<Record<string, string | number>>;
  readonly figures: Figures;
  readonly tickets?: string;
  readonly contacts?: string;
}

export interface ReportView {
  readonly report: ReportName;
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string;
  /** Where in the log the figures were computed at. */
  readonly position: string | null;
  readonly cells: readonly string[];
  readonly means: InBothLanguages;
  readonly items: readonly ReportLine[];
  readonly total: Omit<ReportLine, 'group'>;
}

/** Milliseconds after which figures are asked for again: at work, and while they could not be told. */
const again = { shown: 60_000, failed: 5_000 };

/** Figures that cannot be told yet (the facts follow the log) are asked for until they can. */
export function useReport(name: ReportName, parameters: Readonly<Record<string, string>>) {
  return useQuery({
    queryKey: ['reports', name, parameters],
    queryFn: ({ signal }) => call<ReportView>('GET', `/reports/${name}${query(parameters)}`, { signal }),
    placeholderData: (before) => before,
    staleTime: 30_000,
    refetchInterval: ({ state }) => (state.status === 'error' ? again.failed : again.shown),
  });
}

/** The call for the tickets, or calls, behind a line's numbers. */
export function addressBehind({ tickets, contacts }: Pick<ReportLine, 'tickets' | 'contacts'>): string {
  return contacts ?? tickets ?? '';
}

/** The console's page of what is behind a number. @param address the call that the report names */
export function placeBehind(address: string, cell: string): string {
  const [path = '', given = ''] = address.split('?');
  const search = new URLSearchParams(given);
  search.set('cell', cell);
  return `${path.replace('/api/v1/reports/', '/dashboards/')}?${search.toString()}`;
}
