import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call, query } from './client.ts';
import type { AccountView, DeadlinesView, DepartmentView, EventView, Page, SiteView, TicketView } from './views.ts';

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

const pageSize = 100;

export function linesOf(ids: readonly string[], signal?: AbortSignal): Promise<Page<TicketView>> {
  if (ids.length === 0) return Promise.resolve({ items: [], next: null });
  return call<Page<TicketView>>('GET', `/tickets/lines${query({ id: ids.join(',') })}`, signal ? { signal } : {});
}

/** A work list, page after page as it is scrolled. */
export function useTicketList(parameters: Parameters, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['tickets', 'list', parameters],
    queryFn: ({ pageParam, signal }) =>
      call<Page<TicketView>>('GET', `/tickets${query({ ...parameters, limit: pageSize, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
    enabled,
  });
}

export function useTicketCount(parameters: Parameters, enabled = true) {
  return useQuery({
    queryKey: ['tickets', 'count', parameters],
    queryFn: ({ signal }) => call<{ count: number; exact: boolean }>('GET', `/tickets/count${query(parameters)}`, { signal }),
    placeholderData: (before) => before,
    enabled,
  });
}

export function useTicket(idOrNumber: string) {
  return useQuery({
    queryKey: ['ticket', idOrNumber],
    queryFn: ({ signal }) => call<TicketView>('GET', `/tickets/${encodeURIComponent(idOrNumber)}`, { signal }),
  });
}

/** The ticket as it stood after one of its events; that never changes. */
export function useTicketAtVersion(id: string, version: number | undefined) {
  return useQuery({
    queryKey: ['ticket', id, 'version', version],
    queryFn: ({ signal }) => call<TicketView>('GET', `/tickets/${id}${query({ version })}`, { signal }),
    enabled: version !== undefined,
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
}

export function useTicketEvents(id: string | undefined) {
  return useQuery({
    queryKey: ['ticket', id, 'events'],
    queryFn: async ({ signal }) => {
      const items: EventView[] = [];
      let cursor: string | undefined;
      do {
        const page = await call<Page<EventView>>('GET', `/tickets/${id}/events${query({ limit: 200, cursor })}`, { signal });
        items.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return items;
    },
    enabled: id !== undefined,
  });
}

export function useDeadlines(id: string | undefined) {
  return useQuery({
    queryKey: ['ticket', id, 'deadlines'],
    queryFn: ({ signal }) => call<DeadlinesView>('GET', `/tickets/${id}/deadlines`, { signal }),
    enabled: id !== undefined,
    refetchInterval: 60_000,
  });
}

export function useDepartments() {
  const { data } = useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => call<Page<DepartmentView>>('GET', '/departments', { signal }),
    staleTime: 300_000,
  });
  return data?.items ?? [];
}

export function useSites() {
  const { data } = useQuery({
    queryKey: ['sites'],
    queryFn: ({ signal }) => call<Page<SiteView>>('GET', '/sites', { signal }),
    staleTime: 300_000,
  });
  return data?.items ?? [];
}

export function useAccounts(enabled: boolean) {
  const { data } = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => call<Page<AccountView>>('GET', '/users', { signal }),
    staleTime: 60_000,
    enabled,
  });
  return data?.items ?? [];
}
