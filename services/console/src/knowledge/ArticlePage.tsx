import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Result, Skeleton, Tag } from 'antd';
import { useParams } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import { useItemName } from '../api/items.ts';
import { useDepartmentName } from '../api/names.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { articleStateWords } from '../words/desk-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ArticleView } from './article-views.ts';
import { Corrections } from './Corrections.tsx';
import { Versions } from './Versions.tsx';

/** One article as agents read it out; for whoever keeps it also its versions and what readers would have otherwise. */
export function Page() {
  const { t, of, problem } = useWords();
  const departmentName = useDepartmentName();
  const itemName = useItemName();
  const { code = '' } = useParams();
  const { data: article, error } = useQuery({
    queryKey: ['knowledge', 'one', code],
    queryFn: () => call<ArticleView>('GET', `/knowledge/${code}`),
  });
  if (error && !article) return <Result status="404" title={problem(codeOf(error))} />;
  if (!article) return <Skeleton active className="page" />;
  const { history, corrections, state } = article;
  return (
    <div className="page stack">
      <PageHead title={article.title}>
        <Tag color={state === 'in-force' ? 'green' : 'default'}>{of(articleStateWords, state)}</Tag>
        {history && (
          <ActionButton
            operation="/knowledge"
            title={t('writeVersion')}
            initial={contentOf(article)}
            without={['code']}
            refresh={['knowledge']}
          />
        )}
        {history && state === 'in-force' && (
          <ActionButton operation="/knowledge/{id}/withdraw" id={code} title={t('withdrawArticle')} refresh={['knowledge']} />
        )}
        {state === 'in-force' && (
          <ActionButton
            operation="/knowledge/{id}/propose-correction"
            id={code}
            title={t('proposeCorrection')}
            refresh={['knowledge']}
          />
        )}
      </PageHead>
      <div className="columns">
        <Card size="small">
          <div className="words">{article.text}</div>
        </Card>
        <aside className="stack" aria-label={t('facts')}>
          <Card size="small" title={t('facts')}>
            <Descriptions
              column={1}
              size="small"
              items={[
                { key: 'department', label: t('department'), children: departmentName(article.department) },
                { key: 'items', label: t('items'), children: article.items.map(itemName).join(t('comma')) || t('all') },
                { key: 'keywords', label: t('keywords'), children: article.keywords.join(t('comma')) },
                ...(article.market ? [{ key: 'market', label: t('marketInformation'), children: t('yes') }] : []),
                { key: 'public', label: t('publicArticle'), children: t(article.public ? 'yes' : 'no') },
                { key: 'until', label: t('validUntil'), children: <Instant at={article.validUntil} /> },
              ]}
            />
          </Card>
          {history && <Versions versions={history} />}
          {corrections && corrections.length > 0 && <Corrections code={code} corrections={corrections} />}
        </aside>
      </div>
    </div>
  );
}

/** Another version begins with what this one says. */
function contentOf({ code, department, title, text, keywords, items, public: isPublic, market, validUntil }: ArticleView) {
  return { code, department, title, text, keywords, items, public: isPublic, market, validUntil };
}
