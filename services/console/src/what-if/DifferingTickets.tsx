import { Card, Select, Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useDepartmentName } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { clockWords } from '../words/ticket-words.ts';
import { fateWords, whatIfWords } from '../words/what-if-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ComparedLine, Fate } from './what-if-view.ts';

export interface Narrowed {
  readonly department?: string;
  readonly clock?: string;
  readonly before?: Fate;
  readonly after?: Fate;
}

interface Differing {
  readonly id: string;
  readonly number: string;
  readonly clocks: readonly Omit<ComparedLine, 'clocks'>[];
}

interface DifferingTicketsProps {
  readonly run: string;
  readonly lines: readonly ComparedLine[];
  readonly narrowed: Narrowed;
  readonly onNarrowed: (narrowed: Narrowed) => void;
}

/** The tickets that would have come out otherwise, each with its clocks; the ticket says where its times come from. */
export function DifferingTickets({ run, lines, narrowed, onNarrowed }: DifferingTicketsProps) {
  const { of, say } = useWords();
  const departmentName = useDepartmentName();
  const list = usePages<Differing>(['what-if', run, 'tickets'], `/reports/what-if/${run}/tickets`, { ...narrowed });
  const differing = lines.filter(({ before, after }) => before !== after);
  const nameOf = (department: string | null) =>
    department === null || department === 'none' ? say(whatIfWords, 'none') : departmentName(department);
  const choices = {
    department: differing.map(({ department }) => [department ?? 'none', nameOf(department)] as const),
    clock: differing.map(({ clock }) => [clock, of(clockWords, clock)] as const),
    before: differing.map(({ before }) => [before, of(fateWords, before)] as const),
    after: differing.map(({ after }) => [after, of(fateWords, after)] as const),
  };
  const columns: TableColumnsType<Differing> = [
    {
      title: say(whatIfWords, 'differing'),
      render: (_, { id, number }) => (
        <Link to={`/tickets/${id}`} className="figure">
          {number}
        </Link>
      ),
    },
    {
      title: say(whatIfWords, 'clocks'),
      render: (_, { clocks }) => (
        <span className="row-end">
          {clocks.map(({ clock, department, before, after }, place) => (
            <span key={place}>
              {of(clockWords, clock)} <span className="quiet">{nameOf(department)}</span> <Tag>{of(fateWords, before)}</Tag>→{' '}
              <Tag color={after === 'broken' ? 'red' : after === 'kept' ? 'green' : 'default'}>{of(fateWords, after)}</Tag>
            </span>
          ))}
        </span>
      ),
    },
    {
      title: say(whatIfWords, 'explained'),
      render: (_, { id }) => <Link to={`/tickets/${id}`}>{say(whatIfWords, 'explained')}</Link>,
    },
  ];
  return (
    <Card
      size="small"
      title={say(whatIfWords, 'differing')}
      extra={
        <span className="row-end">
          {Object.entries(choices).map(([name, options]) => (
            <Select
              key={name}
              allowClear
              style={{ minWidth: 110 }}
              aria-label={of(whatIfWords, name)}
              placeholder={of(whatIfWords, name)}
              value={narrowed[name as keyof Narrowed]}
              options={[...new Map(options)].map(([value, label]) => ({ value, label }))}
              onChange={(value: string | undefined) => {
                const { [name as keyof Narrowed]: _, ...rest } = narrowed;
                onNarrowed(value === undefined ? rest : { ...rest, [name]: value });
              }}
            />
          ))}
        </span>
      }
    >
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(whatIfWords, 'noDifference')} />
    </Card>
  );
}
