import { useQuery } from '@tanstack/react-query';
import { Card, Collapse } from 'antd';
import { useOpenApi } from '../api/command-forms.ts';
import { call, query } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import { Found } from '../look/Found.tsx';
import { useWords } from '../words/use-words.ts';
import { useLater } from '../look/use-later.ts';

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
  const isEnough = q.length >= 2;
  const found = useQuery({
    queryKey: ['knowledge', q],
    queryFn: ({ signal }) => call<Page<Article>>('GET', `/knowledge${query({ q, limit: 5 })}`, { signal }),
    enabled: isThere && isEnough,
    placeholderData: (before) => before,
  });
  if (!isThere) return null;
  const articles = found.data?.items ?? [];
  return (
    <Card size="small" title={t('knowledge')} styles={articles.length > 0 ? { body: { padding: 0 } } : {}}>
      <Found asked={found} nothing={articles.length === 0 && t(isEnough ? 'noArticles' : 'articlesWhileTyped')}>
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
      </Found>
    </Card>
  );
}
