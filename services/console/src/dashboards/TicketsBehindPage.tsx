import { Tag, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { Link, useParams, useSearchParams } from 'react-router';
import { useDepartmentName } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { useTicketLines } from '../api/ticket-lines.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { StatusTag } from '../look/tags.tsx';
import { Instant } from '../look/times.tsx';
import { useSubjectOf } from '../look/use-in-words.ts';
import { processWords } from '../words/process-words.ts';
import { dashboardWords, dimensionWords, figureWords, reportWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { useGroupName } from './use-group-name.ts';

interface Behind {
  readonly id: string;
  readonly number: string;
  readonly registeredAt: string;
  readonly status: string;
  readonly lead: string | null;
  /** Facts of this ticket that the number counted. */
  readonly facts: number;
}

/** The tickets behind a number of a report: the same question, narrowed to what was counted. */
export function Page() {
  const { t, of, say } = useWords();
  const { report = '' } = useParams();
  const [search] = useSearchParams();
  const nameOf = useGroupName();
  const departmentName = useDepartmentName();
  const parameters = Object.fromEntries(search);
  const list = usePages<Behind>(['reports', report, 'tickets'], `/reports/${encodeURIComponent(report)}/tickets`, parameters);
  const subjectOf = useSubjectOf();
  const lines = useTicketLines(list.items.map(({ id }) => id));
  const { cell = '', from, to, ...where } = parameters;
  const isOfProcess = report === 'process';
  const columns: TableColumnsType<Behind> = [
    {
      title: t('subject'),
      render: (_, { id, number }) => {
        const line = lines.get(id);
        return (
          <Link to={`/tickets/${id}`} className="cut" style={{ maxWidth: 360 }}>
            {(line && subjectOf(line)) ?? number}
          </Link>
        );
      },
    },
    { title: t('status'), render: (_, { status }) => <StatusTag status={status} /> },
    { title: say(dashboardWords, 'lead'), render: (_, { lead }) => departmentName(lead ?? undefined) },
    { title: say(dashboardWords, 'facts'), align: 'end', render: (_, { facts }) => <span className="figure">{facts}</span> },
    { title: t('registeredAt'), render: (_, { registeredAt }) => <Instant at={registeredAt} /> },
    { title: t('number'), render: (_, { number }) => <span className="figure">{number}</span> },
  ];
  return (
    <div className="page stack">
      <PageHead
        title={
          isOfProcess
            ? `${of(dashboardWords, report)} · ${of(processWords, cell)}`
            : `${of(reportWords, report)} · ${of(figureWords, cell)}`
        }
      />
      <div className="row-end">
        {(from !== undefined || to !== undefined) && (
          <Tag>
            {dayOf(from)} – {dayOf(to)}
          </Tag>
        )}
        {Object.entries(where).map(([column, value]) => (
          <Tag key={column}>
            {of(column in dimensionWords ? dimensionWords : processWords, column)}
            {t('colon')}
            {nameOf(column, value)}
          </Tag>
        ))}
      </div>
      <PagedTable list={list} columns={columns} rowKey="id" empty={t('nothingHere')} />
    </div>
  );
}

/** Of a period that was asked for by days or by instants. */
function dayOf(text: string | undefined): string {
  if (text === undefined) return '…';
  return text.includes('T') ? dayjs(text).format('YYYY-MM-DD') : text;
}
