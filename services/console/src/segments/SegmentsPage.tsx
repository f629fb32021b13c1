import type { TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { segmentPurposeWords, segmentWords } from '../words/segment-words.ts';
import { useWords } from '../words/use-words.ts';
import { FilterInWords } from './FilterInWords.tsx';
import type { ListedSegment } from './segment-views.ts';

/** Segments of the customer base (R10): for what they are, and by what their customers are chosen. */
export function Page() {
  const { t, say, of } = useWords();
  const go = useNavigate();
  const inWords = useInWords();
  const list = usePages<ListedSegment>(['customer-segments'], '/customer-segments', {});
  const columns: TableColumnsType<ListedSegment> = [
    {
      title: say(segmentWords, 'name'),
      render: (_, { id, name }) => <Link to={`/customer-segments/${id}`}>{inWords(name)}</Link>,
    },
    { title: say(segmentWords, 'purpose'), render: (_, { purpose }) => of(segmentPurposeWords, purpose) },
    { title: say(segmentWords, 'filter'), render: (_, { filter }) => <FilterInWords filter={filter} /> },
    { title: say(segmentWords, 'savedAt'), render: (_, { savedAt }) => <Instant at={savedAt} /> },
  ];
  return (
    <div className="page stack">
      <PageHead title={t('segments')}>
        <ActionButton
          type="primary"
          operation="/customer-segments"
          title={say(segmentWords, 'save')}
          refresh={['customer-segments']}
          onDone={({ id }) => void go(`/customer-segments/${String(id)}`)}
        />
      </PageHead>
      <p className="quiet" style={{ margin: 0 }}>
        {say(segmentWords, 'lead')}
      </p>
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(segmentWords, 'none')} />
    </div>
  );
}
