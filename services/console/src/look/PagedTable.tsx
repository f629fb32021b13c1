import { Alert, Button, Empty, Table, Typography, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { codeOf } from '../api/client.ts';
import { useWords } from '../words/use-words.ts';
import { ScrollX } from './ScrollX.tsx';

interface Paged<Item> {
  readonly items: readonly Item[];
  readonly error: unknown;
  readonly isPending: boolean;
  readonly hasMore: boolean;
  readonly more: () => void;
}

interface PagedTableProps<Item> {
  readonly list: Paged<Item>;
  readonly columns: TableColumnsType<Item>;
  readonly rowKey: string;
  readonly empty: string;
}

/** A list that is read, not worked through, as a table. */
export function PagedTable<Item extends object>({ list, columns, rowKey, empty }: PagedTableProps<Item>) {
  return (
    <Pages list={list}>
      <ScrollX>
        <Table<Item>
          size="small"
          rowKey={rowKey}
          columns={columns}
          dataSource={[...list.items]}
          loading={list.isPending}
          pagination={false}
          locale={{ emptyText: <Typography.Text type="secondary">{empty}</Typography.Text> }}
          rowClassName="still"
        />
      </ScrollX>
    </Pages>
  );
}

interface PagedListProps {
  readonly list: Paged<unknown>;
  readonly empty: string;
  readonly children: ReactNode;
}

/** The same where each is drawn in a way of its own. A call that failed does not read as there being nothing. */
export function PagedList({ list, empty, children }: PagedListProps) {
  const isEmpty = !list.isPending && !hasFailed(list) && list.items.length === 0;
  return (
    <Pages list={list}>
      {isEmpty && <Empty description={empty} />}
      {children}
    </Pages>
  );
}

/** What is there, what went wrong, and a way to the rest. */
function Pages({ list, children }: { readonly list: Paged<unknown>; readonly children: ReactNode }) {
  const { t, problem } = useWords();
  const { error, hasMore, more } = list;
  return (
    <div className="stack">
      {hasFailed(list) && <Alert type="warning" showIcon role="alert" title={problem(codeOf(error))} />}
      {children}
      {hasMore && <Button onClick={more}>{t('more')}</Button>}
    </div>
  );
}

function hasFailed({ error }: Pick<Paged<unknown>, 'error'>): boolean {
  return error !== null && error !== undefined;
}
