import { useQuery } from '@tanstack/react-query';
import { Card, Collapse, Empty } from 'antd';
import { useOpenApi } from '../api/command-forms.ts';
import { call, query } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import { useWords } from '../words/use-words.ts';
import { useLater } from './use-later.ts';

interface Article {
  readonly code: string;
  readonly title?: string;
  readonly text?: string;
}

/** The longest question that is asked: a subject and the beginning of what was said. */
const longest = 200;

/** What the centre knows about it, to be read out while the caller waits. */
export function KnownArticles({ text }: { readonly text: string }) {
  const { t } = useWords();
  const api = useOpenApi();
  const q = useLater(text.trim()).slice(0, longest);
  const isThere = api?.paths['/knowledge']?.['get'] !== undefined;
  const { data } = useQuery({
    queryKey: ['knowledge', q],
    queryFn: ({ signal }) => call<Page<Article>>('GET', `/knowledge${query({ q, limit: 5 })}`, { signal }),
    enabled: isThere && q.length >= 2,
    placeholderData: (before) => before,
  });
  if (!isThere) return null;
  const articles = data?.items ?? [];
  return (
    <Card size="small" title={t('knowledge')} styles={articles.length > 0 ? { body: { padding: 0 } } : {}}>
      {articles.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={false} />}
      {articles.length > 0 && (
        <Collapse
          ghost
          accordion
          size="small"
          items={articles.map(({ code, title, text: body }) => ({
            key: code,
            label: title ?? code,
            children: <div className="words">{body}</div>,
          }))}
        />
      )}
    </Card>
  );
}
