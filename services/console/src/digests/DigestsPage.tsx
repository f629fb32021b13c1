import { Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { useWords } from '../words/use-words.ts';
import { MakeDigest } from './MakeDigest.tsx';
import type { DigestHead } from './digest-views.ts';

/** What was delivered to the reader, and a way to make one of any period now. */
export function Page() {
  const { t, language } = useWords();
  const list = usePages<DigestHead>(['digests'], '/digests', {});
  const columns: TableColumnsType<DigestHead> = [
    { title: t('title'), render: (_, { id, title }) => <Link to={`/digests/${id}`}>{title[language]}</Link> },
    { title: t('period'), render: (_, { period }) => <span className="figure">{period.name}</span> },
    { title: t('department'), render: (_, { departmentName }) => departmentName && <Tag>{departmentName}</Tag> },
    { title: t('deliveredAt'), render: (_, { at }) => <Instant at={at} /> },
  ];
  return (
    <div className="page stack">
      <PageHead title={t('digests')}>
        <MakeDigest />
      </PageHead>
      <PagedTable list={list} columns={columns} rowKey="id" empty={t('noDigests')} />
    </div>
  );
}
