import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Typography, type TableColumnsType } from 'antd';
import { call, query } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { auditWords } from '../words/audit-words.ts';
import { useWords } from '../words/use-words.ts';

interface Checkpoint {
  readonly size: number;
  readonly root: string;
  readonly at: string | null;
  readonly note: string;
}

/** `GET /audit/checkpoints`, beside its page. */
interface Signed {
  readonly latest: Checkpoint | null;
  readonly keys: readonly { readonly number: number; readonly key: string; readonly at: string }[];
}

/** Signatures over the log as it grows: whoever keeps one elsewhere can prove later that what it covers is still the same. */
export function Checkpoints() {
  const { say } = useWords();
  const list = usePages<Checkpoint>(['audit', 'checkpoints'], '/audit/checkpoints', {});
  const { data } = useQuery({
    queryKey: ['audit', 'signed'],
    queryFn: ({ signal }) => call<Signed>('GET', `/audit/checkpoints${query({ limit: 1 })}`, { signal }),
  });
  const columns: TableColumnsType<Checkpoint> = [
    { title: say(auditWords, 'signedAt'), render: (_, { at }) => <Instant at={at} /> },
    { title: say(auditWords, 'size'), align: 'end', render: (_, { size }) => <span className="figure">{size}</span> },
    { title: say(auditWords, 'root'), render: (_, { root }) => <code>{root}</code> },
  ];
  return (
    <Card size="small" title={say(auditWords, 'checkpoints')}>
      {data?.latest && (
        <>
          <p style={{ marginTop: 0 }}>{say(auditWords, 'latestNote')}</p>
          <pre className="note">{data.latest.note}</pre>
          <Typography.Text copyable={{ text: data.latest.note }} />
        </>
      )}
      {data && data.keys.length > 0 && (
        <Descriptions
          column={1}
          size="small"
          title={say(auditWords, 'keys')}
          items={data.keys.map(({ number, key, at }) => ({
            key: number,
            label: <Instant at={at} />,
            children: <code style={{ overflowWrap: 'anywhere' }}>{key}</code>,
          }))}
        />
      )}
      <PagedTable list={list} columns={columns} rowKey="size" empty={say(auditWords, 'noCheckpoints')} />
    </Card>
  );
}
