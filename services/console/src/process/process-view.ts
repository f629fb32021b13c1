import { useQuery } from '@tanstack/react-query';
import { call, query } from '../api/client.ts';
import type { Period } from '../dashboards/period.ts';
import dayjs from 'dayjs';

export interface EdgeView {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly meanSeconds: number;
  readonly medianSeconds: number;
}
export interface ActivityView {
  readonly activity: string;
  readonly count: number;
  readonly starts: number;
  readonly ends: number;
}
/** A number that leads to its tickets: the call for them, to which the cell is added. */
export interface Leading {
  readonly tickets: string;
}
export interface VariantView extends Leading {
  readonly activities: readonly string[];
  readonly cases: number;
  readonly meanSeconds: number;
}

/** `GET /reports/process`. */
export interface ProcessView extends Leading {
  readonly cases: number;
  readonly events: number;
  readonly variantCount: number;
  readonly durationSeconds: { readonly mean: number | null; readonly median: number | null; readonly longest: number | null };
  readonly activities: readonly ActivityView[];
  /** The most frequent first. */
  readonly edges: readonly (EdgeView & Leading)[];
  readonly bottlenecks: readonly (EdgeView & Leading)[];
  readonly variants: readonly VariantView[];
  readonly asOf: string;
  readonly position: string | null;
}

export type ProcessLog = 'own' | 'imported';

export function useProcess(log: ProcessLog, { from, to }: Period, limit: number) {
  const instant = (day: string | undefined) => (day === undefined ? undefined : dayjs(day).toISOString());
  const parameters = { log, limit, from: instant(from), to: instant(to) };
  return useQuery({
    queryKey: ['reports', 'process', parameters],
    queryFn: ({ signal }) => call<ProcessView>('GET', `/reports/process${query(parameters)}`, { signal }),
    placeholderData: (before) => before,
    staleTime: 30_000,
    refetchInterval: ({ state }) => (state.status === 'error' ? 5_000 : false),
  });
}
