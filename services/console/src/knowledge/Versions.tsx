import { Card, Tag } from 'antd';
import { usePeople } from '../api/names.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { Instant } from '../look/times.tsx';
import { articleStateWords } from '../words/desk-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ArticleVersionView } from './article-views.ts';

/** How an article came to say what it says: each version with who wrote it, and what is to be done with one that waits. */
export function Versions({ versions }: { readonly versions: readonly ArticleVersionView[] }) {
  const { t, of } = useWords();
  const nameOf = usePeople(versions.map(({ draftedBy }) => draftedBy));
  const act = (id: string) => ({ id, refresh: ['knowledge'] }) as const;
  return (
    <Card size="small" title={t('version')}>
      <ul className="lines">
        {versions.toReversed().map(({ id, draft, status, draftedBy, draftedAt, reason }) => (
          <li key={id}>
            <span className="row-end">
              <strong className="figure">{draft}</strong>
              <Tag color={status === 'published' ? 'green' : 'default'}>{of(articleStateWords, status)}</Tag>
              <span className="quiet">
                {nameOf(draftedBy)} · <Instant at={draftedAt} />
              </span>
            </span>
            {reason && <div className="quiet">{reason}</div>}
            {status === 'drafted' && <ActionButton operation="/knowledge/{id}/submit" title={t('submitDraft')} {...act(id)} />}
            {status === 'submitted' && (
              <span className="row-end">
                <ActionButton type="primary" operation="/knowledge/{id}/approve" title={t('approve')} {...act(id)} />
                <ActionButton operation="/knowledge/{id}/reject" title={t('reject')} {...act(id)} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
