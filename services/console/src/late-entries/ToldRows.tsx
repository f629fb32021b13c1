import { Alert, Checkbox, Table, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ScrollX } from '../look/ScrollX.tsx';
import { columnWords, lateWords } from '../words/late-words.ts';
import { useWords } from '../words/use-words.ts';
import type { LateEntries, ToldRow } from './late-entry.ts';

const colors = { registered: 'green', repeated: 'default', refused: 'red' } as const;

/** What became of each row; those that were refused first in sight. */
export function ToldRows({ told }: { readonly told: LateEntries }) {
  const { say } = useWords();
  const { rows, registered, repeated, refused, items } = told;
  const [isNarrow, setIsNarrow] = useState(refused > 0);
  const columns: TableColumnsType<ToldRow> = [
    { title: say(lateWords, 'line'), align: 'end', render: (_, { line }) => <span className="figure">{line}</span> },
    { title: say(lateWords, 'reference'), render: (_, { reference }) => reference },
    {
      title: say(lateWords, 'state'),
      render: (_, { status, id, number }) => (
        <span className="row-end">
          <Tag color={colors[status]}>{say(lateWords, status)}</Tag>
          {id !== undefined && (
            <Link to={`/tickets/${id}`} className="figure">
              {number ?? id}
            </Link>
          )}
        </span>
      ),
    },
    { title: say(lateWords, 'faults'), render: (_, row) => <Faults row={row} /> },
  ];
  return (
    <div className="stack">
      <Alert
        role="status"
        type={refused > 0 ? 'warning' : 'success'}
        showIcon
        title={say(lateWords, 'outcome', { n: rows, a: registered, b: repeated, c: refused })}
        description={refused > 0 ? say(lateWords, 'keep') : undefined}
      />
      <Checkbox checked={isNarrow} onChange={({ target }) => setIsNarrow(target.checked)}>
        {say(lateWords, 'onlyRefused')}
      </Checkbox>
      <ScrollX>
        <Table<ToldRow>
          size="small"
          rowKey="line"
          rowClassName="still"
          columns={columns}
          dataSource={items.filter(({ status }) => !isNarrow || status === 'refused')}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: say(lateWords, 'allGood') }}
        />
      </ScrollX>
    </div>
  );
}

/** What is wrong with a row, column by column, in the reader's words. */
function Faults({ row: { code, errors = [] } }: { readonly row: ToldRow }) {
  const { t, of, fault, problem, say } = useWords();
  if (code === undefined) return null;
  if (errors.length > 0)
    return (
      <ul style={{ margin: 0, paddingInlineStart: 16 }}>
        {errors.map(({ column, detail }) => (
          <li key={`${column} ${detail}`}>
            <strong>{of(columnWords, column)}</strong>
            {t('colon')}
            {fault(detail)}
          </li>
        ))}
      </ul>
    );
  if (code === 'invalid-row') return say(lateWords, 'invalidRow');
  if (code === 'invalid-reference') return say(lateWords, 'invalid-reference');
  return /^csv-/.test(code) ? say(lateWords, 'brokenRow') : problem(code);
}
