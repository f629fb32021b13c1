import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import type { Page } from '../../api/views.ts';
import { useWords } from '../../words/use-words.ts';
import type { ListedDocument } from '../document-kinds.ts';

/** Calendars that a clock can run on, and elapsed time. */
export function useCalendars(): readonly { readonly value: string; readonly label: string }[] {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ['documents', 'calendars'],
    queryFn: () => call<Page<ListedDocument>>('GET', '/calendars'),
  });
  return [{ value: 'elapsed', label: t('elapsed') }, ...(data?.items ?? []).map(({ code }) => ({ value: code, label: code }))];
}
