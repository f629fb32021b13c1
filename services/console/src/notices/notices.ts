import { useQuery } from '@tanstack/react-query';
import { call, query } from '../api/client.ts';
import type { NoticeView } from '../api/people-views.ts';
import type { Page } from '../api/views.ts';

/** More unread than this are told as "more than". */
export const mostCounted = 99;

/** What one has not read yet; asked for when tickets change, and now and then. */
export function useUnread(): readonly NoticeView[] {
  const { data } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: ({ signal }) =>
      call<Page<NoticeView>>('GET', `/notifications${query({ unread: true, limit: mostCounted + 1 })}`, { signal }),
    refetchInterval: 30_000,
  });
  return data?.items ?? [];
}
