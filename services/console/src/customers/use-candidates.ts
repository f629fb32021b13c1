import { useQuery } from '@tanstack/react-query';
import { call, query } from '../api/client.ts';
import type { CustomerView } from '../api/people-views.ts';
import type { Page } from '../api/views.ts';
import { useLater } from '../look/use-later.ts';
import { searchedBy } from './searched-by.ts';

/** Customers whom somebody may mean by what they type: a number, an address or a name. */
export function useCandidates(typed: string, enabled: boolean): readonly CustomerView[] {
  const search = useLater(typed.trim(), 300);
  const { data } = useQuery({
    queryKey: ['customers', 'candidates', search],
    queryFn: ({ signal }) =>
      call<Page<CustomerView>>('GET', `/customers${query({ limit: 20, ...searchedBy(search) })}`, { signal }),
    enabled,
  });
  return data?.items ?? [];
}
