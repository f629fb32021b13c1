import { FilterOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { dashboardWords, dimensionWords, figureWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { figureText, isShare } from './figure-text.ts';
import { isOfTime } from './report-shapes.ts';
import { agentsOf, useGroupName } from './use-group-name.ts';
import { addressBehind, placeBehind, type ReportLine, type ReportView } from './use-report.ts';

interface FigureTableProps {
  readonly view: ReportView;
  readonly by: string;
  readonly lines: readonly ReportLine[];
  /** Looks at one group alone. */
  readonly onNarrow?: (value: string) => void;
}

/** Every figure of a report. Numbers of facts lead to their tickets; a group's name narrows the page to it. */
export function FigureTable({ view, by, lines, onNarrow }: FigureTableProps) {
  const words = useWords();
  const { of, say } = words;
  const nameOf = useGroupName(agentsOf(lines));
  const names = inOrder(view);
  const figure = ({ figures, ...behind }: Omit<ReportLine, 'group'>, name: string) => {
    const text = figureText(name, figures[name], words);
    const leads = view.cells.includes(name) && (figures[name] ?? 0) > 0;
    return <span className="figure">{leads ? <Link to={placeBehind(addressBehind(behind), name)}>{text}</Link> : text}</span>;
  };
  const columns: TableColumnsType<ReportLine> = [
    {
      title: of(dimensionWords, by),
      fixed: 'start',
      render: (_, { group }) => (
        <Group name={nameOf(by, group[by])} {...(onNarrow ? { onNarrow: () => onNarrow(String(group[by])) } : {})} />
      ),
    },
    ...names.map((name) => ({
      title: of(figureWords, name),
      align: 'end' as const,
      render: (_: unknown, line: ReportLine) => figure(line, name),
    })),
  ];
  return (
    <Table<ReportLine>
      size="small"
      rowKey={({ group }) => String(group[by])}
      columns={columns}
      dataSource={isOfTime(by) ? lines.toReversed() : [...lines]}
      rowClassName="still"
      pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <span className="empty">{say(dashboardWords, 'nothing')}</span> }}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>
            <strong>{say(dashboardWords, 'total')}</strong>
          </Table.Summary.Cell>
          {names.map((name, place) => (
            <Table.Summary.Cell key={name} index={place + 1} align="end">
              {figure(view.total, name)}
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  );
}

/** How many, then what share of them: that is what one looks for. */
function inOrder({ cells, total }: ReportView): readonly string[] {
  const [first = '', ...others] = [...cells, ...Object.keys(total.figures).filter((name) => !cells.includes(name))];
  return [first, ...others.filter(isShare), ...others.filter((name) => !isShare(name))];
}

function Group({ name, onNarrow }: { readonly name: string; readonly onNarrow?: () => void }) {
  const { say } = useWords();
  if (!onNarrow) return <span>{name}</span>;
  const label = say(dashboardWords, 'narrowTo', { name });
  return (
    <Button type="text" size="small" className="narrow" title={label} aria-label={label} onClick={onNarrow}>
      {name} <FilterOutlined />
    </Button>
  );
}
