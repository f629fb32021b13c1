import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';

export type Fate = 'kept' | 'broken' | 'other' | 'none';

export interface ComparedLine {
  readonly department: string | null;
  readonly clock: string;
  readonly before: Fate;
  readonly after: Fate;
  readonly clocks: number;
}
export interface RouteLine {
  readonly was: { readonly lead: string; readonly coHandling: readonly string[]; readonly by: string };
  readonly wouldBe: { readonly lead: string; readonly coHandling: readonly string[] } | null;
  readonly differs: boolean;
  readonly facts: Readonly<Record<string, string>>;
  readonly tickets: number;
}

/** `GET /reports/what-if/{id}`. */
export interface WhatIfView {
  readonly id: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly progress: { readonly done: number; readonly total: number };
  readonly position: string | null;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly seconds: number | null;
  readonly clocks: { readonly tickets: number; readonly differing: number; readonly lines: readonly ComparedLine[] } | null;
  readonly routes: readonly RouteLine[] | null;
}

/** Milliseconds between looks at a comparison under way. */
const looks = 700;

export function useWhatIf(id: string | undefined) {
  return useQuery({
    queryKey: ['what-if', id],
    queryFn: ({ signal }) => call<WhatIfView>('GET', `/reports/what-if/${encodeURIComponent(String(id))}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? looks : false),
    refetchOnWindowFocus: false,
  });
}
