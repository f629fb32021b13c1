import { Button, Card, type TableColumnsType } from 'antd';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { exportWords, auditWords } from '../words/audit-words.ts';
import { useWords } from '../words/use-words.ts';

/** `GET /audit/exports`. */
interface Taken {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly format: string;
  readonly log?: string;
  readonly position: string;
}

const downloads = [
  { format: 'xes' }, { format: 'ocel' }, { format: 'ocel-sqlite' }, { format: 'xes', log: 'imported' }, { format: 'ocel', log: 'imported' },
  { format: 'csv' }, { format: 'parquet' }, { format: 'log' },
] as const; // prettier-ignore

/** What an auditor may take out of the house, and who took what (R7.2). */
export function Exports() {
  const { of, say } = useWords();
  const list = usePages<Taken>(['audit', 'exports'], '/audit/exports', {});
  const nameOf = usePeople(list.items.map(({ by }) => by ?? undefined));
  const called = (format: string, log?: string) =>
    `${of(exportWords, format)}${log === 'imported' ? ` · ${say(auditWords, 'imported')}` : ''}`;
  const columns: TableColumnsType<Taken> = [
    { title: say(auditWords, 'at'), render: (_, { at }) => <Instant at={at} seconds /> },
    { title: say(auditWords, 'what'), render: (_, { format, log }) => called(format, log) },
    { title: say(auditWords, 'by'), render: (_, { by }) => nameOf(by ?? '') || <span className="quiet figure">{by}</span> },
    { title: say(auditWords, 'upTo'), render: (_, { position }) => <code className="cut position">{position}</code> },
  ];
  return (
    <div className="stack">
      <Card size="small" title={say(auditWords, 'takeOut')}>
        <p className="quiet">{say(auditWords, 'takeOutLead')}</p>
        <div className="row-end">
          {downloads.map(({ format, ...more }) => (
            <Button
              key={`${format} ${JSON.stringify(more)}`}
              href={`/api/v1/exports/${format}?${new URLSearchParams(more).toString()}`}
              download
            >
              {called(format, 'log' in more ? more.log : undefined)}
            </Button>
          ))}
        </div>
      </Card>
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(auditWords, 'noExports')} />
    </div>
  );
}
