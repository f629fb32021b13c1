import { useQuery } from '@tanstack/react-query';
import { call, query } from '../api/client.ts';

export interface ForecastDay {
  readonly day: string;
  readonly kind: string;
  readonly expected: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The days whose mean it is, each with the call for its tickets. */
  readonly restsOn: readonly { readonly day: string; readonly registered: number; readonly tickets: string }[];
}
interface ForecastError {
  readonly days: number;
  readonly meanAbsolute: number;
  readonly share: number | null;
}

/** `GET /reports/forecast`. */
export interface ForecastView {
  readonly asOf: string;
  readonly position: string | null;
  readonly total: {
    readonly days: readonly ForecastDay[];
    readonly error: (ForecastError & { readonly naive: ForecastError }) | null;
  };
}

export function useForecast(where: Readonly<Record<string, string>>) {
  return useQuery({
    queryKey: ['reports', 'forecast', where],
    queryFn: ({ signal }) => call<ForecastView>('GET', `/reports/forecast${query(where)}`, { signal }),
    placeholderData: (before) => before,
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.status === 'error' ? 5_000 : false),
  });
}
