import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { useUser } from '../session/session.tsx';
import { qualityWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import { QualityTabs } from './QualityTabs.tsx';
import { RedrawButton } from './RedrawButton.tsx';

interface ListedSample {
  readonly id: string;
  readonly rule: { readonly code: string; readonly draft: number };
  readonly sheet: { readonly code: string; readonly draft: number };
  readonly period: { readonly name: string };
  readonly seed: string;
  readonly drawnAt: string;
  readonly drawnBy: { readonly by: string };
  readonly agents: number;
  readonly inspections: number;
  readonly unassigned: number;
}

/** What was drawn of which period, by which rule and with which seed: whoever doubts it draws again. */
export function Page() {
  const { t, say } = useWords();
  const user = useUser();
  const list = usePages<ListedSample>(['samples'], '/samples', {});
  const nameOf = usePeople(list.items.map(({ drawnBy }) => drawnBy.by));
  const columns: TableColumnsType<ListedSample> = [
    {
      title: say(qualityWords, 'rule'),
      render: (_, { id, rule, period }) => <Link to={`/quality?view=all&sample=${id}`}>{`${rule.code} · ${period.name}`}</Link>,
    },
    { title: say(qualityWords, 'sheet'), render: (_, { sheet }) => `${sheet.code}.${sheet.draft}` },
    { title: say(qualityWords, 'inspections'), render: (_, { inspections }) => <span className="figure">{inspections}</span> },
    { title: say(qualityWords, 'agent'), render: (_, { agents }) => <span className="figure">{agents}</span> },
    { title: say(qualityWords, 'unassigned'), render: (_, { unassigned }) => <span className="figure">{unassigned}</span> },
    { title: say(qualityWords, 'drawnBy'), render: (_, { drawnBy }) => nameOf(drawnBy.by) },
    { title: say(qualityWords, 'drawnAt'), render: (_, { drawnAt }) => <Instant at={drawnAt} /> },
    { title: say(qualityWords, 'seed'), render: (_, { seed }) => <code>{seed}</code> },
    { title: '', render: (_, { id }) => <RedrawButton sample={id} /> },
  ];
  return (
    <div className="page stack">
      <PageHead title={t('quality')}>
        {user.commands.includes('draw-sample') && (
          <ActionButton
            type="primary"
            operation="/samples"
            title={say(qualityWords, 'draw')}
            refresh={['samples', 'inspections']}
          />
        )}
      </PageHead>
      <QualityTabs />
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(qualityWords, 'noSamples')} />
    </div>
  );
}
