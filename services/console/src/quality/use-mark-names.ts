import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import type { ListedDocument } from '../rules/document-kinds.ts';
import type { SheetView } from '../rules/QualityDocuments.tsx';

/** What criteria and fatal errors are called on the sheets in force; a code that none of them has stands for itself. */
export function useMarkNames(): (code: string) => string {
  const { data } = useQuery({
    queryKey: ['documents', 'score-sheets'],
    queryFn: ({ signal }) => call<Page<ListedDocument>>('GET', '/score-sheets', { signal }),
  });
  const sheets = (data?.items ?? []).flatMap(({ inForce }) => (inForce === null ? [] : [inForce as unknown as SheetView]));
  const marks = sheets.flatMap(({ groups, fatal }) => [...groups.flatMap(({ criteria }) => criteria), ...fatal]);
  const names = new Map(marks.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
