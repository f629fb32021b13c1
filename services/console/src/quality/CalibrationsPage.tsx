import { Tag, type TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useUser } from '../session/session.tsx';
import { calibrationStatusWords, qualityWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedCalibration } from './calibration-views.ts';
import { QualityTabs } from './QualityTabs.tsx';

/** Calibrations (校准): whether inspectors see the same in the same work. */
export function Page() {
  const { t, say, of } = useWords();
  const user = useUser();
  const go = useNavigate();
  const inWords = useInWords();
  const list = usePages<ListedCalibration>(['calibrations'], '/calibrations', {});
  const nameOf = usePeople(list.items.flatMap(({ inspectors }) => inspectors));
  const columns: TableColumnsType<ListedCalibration> = [
    {
      title: say(qualityWords, 'sheetTitle'),
      render: (_, { id, title }) => <Link to={`/calibrations/${id}`}>{inWords(title)}</Link>,
    },
    { title: t('status'), render: (_, { status }) => <Tag>{of(calibrationStatusWords, status)}</Tag> },
    { title: say(qualityWords, 'sheet'), dataIndex: 'sheet' },
    { title: say(qualityWords, 'inspector'), render: (_, { inspectors }) => inspectors.map(nameOf).join('、') },
    {
      title: say(qualityWords, 'given'),
      render: (_, { given, tickets, inspectors }) => (
        <span className="figure">{`${given} / ${tickets * inspectors.length}`}</span>
      ),
    },
    { title: say(qualityWords, 'openedAt'), render: (_, { openedAt }) => <Instant at={openedAt} /> },
  ];
  return (
    <div className="page stack">
      <PageHead title={t('quality')}>
        {user.commands.includes('open-calibration') && (
          <ActionButton
            type="primary"
            operation="/calibrations"
            title={say(qualityWords, 'openCalibration')}
            refresh={['calibrations']}
            onDone={({ id }) => void go(`/calibrations/${String(id)}`)}
          />
        )}
      </PageHead>
      <QualityTabs />
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(qualityWords, 'noCalibrations')} />
    </div>
  );
}
