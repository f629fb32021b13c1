import { useInfiniteQuery } from '@tanstack/react-query';
import { call, query } from './client.ts';
import type { Page } from './views.ts';

const pageSize = 50;

/** A list of the API, page after page: what is loaded so far, and the way to more. */
export function usePages<Item>(
  key: readonly unknown[],
  path: string,
  parameters: Readonly<Record<string, string | number | boolean | undefined>>,
  enabled = true,
) {
  const { data, error, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...key, parameters],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Item>>('GET', `${path}${query({ limit: pageSize, ...parameters, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
    enabled,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return { items, error, isPending: isPending && enabled, hasMore: hasNextPage, more: () => void fetchNextPage() };
}
