import { Button, Card, Empty, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useDepartmentName } from '../api/names.ts';
import { clockWords } from '../words/ticket-words.ts';
import { whatIfWords } from '../words/what-if-words.ts';
import { useWords } from '../words/use-words.ts';
import { byDepartment, type Compared, type OfDepartment } from './by-department.ts';
import { DifferingTickets, type Narrowed } from './DifferingTickets.tsx';
import type { WhatIfView } from './what-if-view.ts';

interface ClockOutcomeProps {
  readonly run: string;
  readonly clocks: NonNullable<WhatIfView['clocks']>;
}

/** Which times would have been kept or broken, by department and clock, with the tickets that differ. */
export function ClockOutcome({ run, clocks: { tickets, differing, lines } }: ClockOutcomeProps) {
  const { say } = useWords();
  const [narrowed, setNarrowed] = useState<Narrowed>({});
  const departments = byDepartment(lines);
  const text = say(whatIfWords, 'compared', { n: tickets, d: differing });
  return (
    <>
      <p style={{ margin: 0 }}>
        <strong>{text}</strong>
      </p>
      {differing === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(whatIfWords, 'noDifference')} />}
      <Card size="small" title={say(whatIfWords, 'byDepartment')} styles={{ body: { padding: 0 } }}>
        <OutcomeTable departments={departments} onChosen={setNarrowed} />
      </Card>
      {differing > 0 && <DifferingTickets run={run} lines={lines} narrowed={narrowed} onNarrowed={setNarrowed} />}
    </>
  );
}

interface OutcomeTableProps {
  readonly departments: readonly OfDepartment[];
  readonly onChosen: (narrowed: Narrowed) => void;
}

function OutcomeTable({ departments, onChosen }: OutcomeTableProps) {
  const { of, say } = useWords();
  const departmentName = useDepartmentName();
  const figure = (name: keyof Compared) => ({
    title: of(whatIfWords, name),
    align: 'end' as const,
    render: (_: unknown, one: Compared) => <span className="figure">{one[name]}</span>,
  });
  const columns: TableColumnsType<Compared> = [
    {
      title: `${say(whatIfWords, 'department')} / ${say(whatIfWords, 'clock')}`,
      render: (_, { department, clock }) =>
        clock === undefined ? (
          <strong>{department === null ? say(whatIfWords, 'none') : departmentName(department)}</strong>
        ) : (
          of(clockWords, clock)
        ),
    },
    figure('clocks'),
    figure('keptBefore'),
    figure('keptAfter'),
    figure('brokenBefore'),
    figure('brokenAfter'),
    {
      title: say(whatIfWords, 'change'),
      align: 'end',
      render: (_, one) => <Change compared={one} onChosen={onChosen} />,
    },
  ];
  return (
    <Table<Compared & { readonly children?: readonly Compared[] }>
      size="small"
      rowKey={({ department, clock }) => `${department} ${clock}`}
      rowClassName="still"
      columns={columns}
      dataSource={departments.map(({ ofClocks, ...one }) => ({ ...one, children: ofClocks }))}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}

/** How many more or fewer would be late; pressed, it shows the tickets. */
function Change({ compared, onChosen }: { readonly compared: Compared; readonly onChosen: (narrowed: Narrowed) => void }) {
  const { department, clock, brokenAfter, brokenBefore } = compared;
  const change = brokenAfter - brokenBefore;
  if (change === 0) return <span className="figure quiet">0</span>;
  return (
    <Button
      type="link"
      size="small"
      className={change > 0 ? 'figure late' : 'figure'}
      onClick={() => onChosen({ department: department ?? 'none', ...(clock === undefined ? {} : { clock }) })}
    >
      {change > 0 ? `+${change}` : change}
    </Button>
  );
}
