import { Checkbox, Segmented, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useDepartmentName } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { SearchBox } from '../look/SearchBox.tsx';
import { Instant } from '../look/times.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { articleStateWords } from '../words/desk-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedArticle } from './article-views.ts';

const states = ['in-force', 'waiting', 'expired', 'all'] as const;

/** What the centre knows: searched by whoever answers, kept by its editors and by the managers of departments. */
export function Page() {
  const { t, of } = useWords();
  const user = useUser();
  const departmentName = useDepartmentName();
  const [search] = useSearchParams();
  const [state, setState] = useState<string>('in-force');
  const [marketOnly, setMarketOnly] = useState(false);
  const keeps = holdsOneOf(user, 'editor', 'manager');
  const q = search.get('q') ?? undefined;
  const list = usePages<ListedArticle>(['knowledge'], '/knowledge', {
    q,
    ...(state === 'in-force' ? {} : { state }),
    ...(marketOnly ? { market: true } : {}),
  });
  const columns: TableColumnsType<ListedArticle> = [
    {
      title: t('title'),
      render: (_, { code, title, market }) => (
        <span className="row-end">
          <Link to={`/knowledge/${code}`}>{title}</Link>
          {market && <Tag style={{ margin: 0 }}>{t('marketInformation')}</Tag>}
        </span>
      ),
    },
    { title: t('status'), render: (_, article) => <Tag>{of(articleStateWords, article.state)}</Tag> },
    { title: t('department'), render: (_, { department }) => departmentName(department) },
    { title: t('validUntil'), render: (_, { validUntil }) => <Instant at={validUntil} /> },
    {
      title: t('corrections'),
      render: (_, { openCorrections }) => openCorrections > 0 && <Tag color="orange">{t('times', { n: openCorrections })}</Tag>,
    },
  ];
  return (
    <div className="page stack">
      <PageHead title={t('knowledge')}>
        <SearchBox label={t('searchKnowledge')} />
        <Checkbox checked={marketOnly} onChange={({ target }) => setMarketOnly(target.checked)}>
          {t('marketOnly')}
        </Checkbox>
        {keeps && (
          <>
            <Segmented
              value={state}
              onChange={setState}
              options={states.map((value) => ({ value, label: value === 'all' ? t('all') : of(articleStateWords, value) }))}
            />
            <ActionButton type="primary" operation="/knowledge" title={t('writeArticle')} refresh={['knowledge']} />
          </>
        )}
      </PageHead>
      <PagedTable list={list} columns={columns} rowKey="code" empty={t('noArticles')} />
    </div>
  );
}
