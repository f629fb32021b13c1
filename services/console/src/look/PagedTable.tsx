import { Alert, Button, Table, type TableColumnsType } from 'antd';
import { Refusal } from '../api/client.ts';
import { useWords } from '../words/use-words.ts';

interface PagedTableProps<Item> {
  readonly list: {
    readonly items: readonly Item[];
    readonly error: unknown;
    readonly isPending: boolean;
    readonly hasMore: boolean;
    readonly more: () => void;
  };
  readonly columns: TableColumnsType<Item>;
  readonly rowKey: string;
  readonly empty: string;
}

/** A list that is read, not worked through: what is there, what went wrong, and a way to the rest. */
export function PagedTable<Item extends object>({ list, columns, rowKey, empty }: PagedTableProps<Item>) {
  const { t, problem } = useWords();
  return (
    <div className="stack">
      {list.error !== null && list.error !== undefined && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={problem(list.error instanceof Refusal ? list.error.code : 'connection-lost')}
        />
      )}
      <Table<Item>
        size="small"
        rowKey={rowKey}
        columns={columns}
        dataSource={[...list.items]}
        loading={list.isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: empty }}
        rowClassName="still"
      />
      {list.hasMore && <Button onClick={list.more}>{t('more')}</Button>}
    </div>
  );
}
