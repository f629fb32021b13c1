import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { call, query } from '../api/client.ts';
import type { Page, TicketView } from '../api/views.ts';
import { Found } from '../look/Found.tsx';
import { useWords } from '../words/use-words.ts';
import { tellingWords } from './telling-words.ts';
import { TicketLinks } from './TicketLinks.tsx';
import { useLater } from '../look/use-later.ts';

const most = 8;

/** Open tickets that may be about the same, while one is still writing. */
export function SimilarTickets({ text }: { readonly text: string }) {
  const { t } = useWords();
  const words = tellingWords(useLater(text));
  const found = useQuery({
    queryKey: ['similar', ...words],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        words.map((q) => call<Page<TicketView>>('GET', `/tickets${query({ q, open: true, limit: 20 })}`, { signal })),
      );
      return byHits(pages.map(({ items }) => items));
    },
    enabled: words.length > 0,
    placeholderData: (before) => before,
  });
  const { data = [] } = found;
  return (
    <Card size="small" title={t('similar')}>
      <Found asked={found} nothing={data.length === 0 && t(words.length === 0 ? 'similarWhileTyped' : 'noSimilar')}>
        <TicketLinks tickets={data} />
      </Found>
    </Card>
  );
}

/** Those that more of the words found come first. */
function byHits(found: readonly (readonly TicketView[])[]): readonly TicketView[] {
  const hits = new Map<string, { ticket: TicketView; count: number }>();
  for (const ticket of found.flat()) {
    const hit = hits.get(ticket.id);
    if (hit) hit.count += 1;
    else hits.set(ticket.id, { ticket, count: 1 });
  }
  return [...hits.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ ticket }) => ticket);
}
