import { Card, Checkbox, Table, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { textOf } from '../api/views.ts';
import { Instant } from '../look/times.tsx';
import { ScrollX } from '../look/ScrollX.tsx';
import { undertakingStateWords, undertakingWords } from '../words/undertaking-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Signature } from './undertaking-view.ts';

const colors = { missing: 'red', signed: 'green', expired: 'orange' } as const;
const order = ['missing', 'expired', 'signed'];

/** Who of the staff has signed and who has not, those first. */
export function Signatures({ items }: { readonly items: readonly Signature[] }) {
  const { t, of, say } = useWords();
  const [isNarrow, setIsNarrow] = useState(false);
  const shown = items
    .filter(({ undertaking }) => !isNarrow || undertaking.state !== 'signed')
    .toSorted((a, b) => order.indexOf(a.undertaking.state) - order.indexOf(b.undertaking.state));
  const columns: TableColumnsType<Signature> = [
    { title: t('name'), render: (_, { name, username, id }) => textOf(name) ?? textOf(username) ?? id },
    { title: t('username'), dataIndex: 'username' },
    {
      title: say(undertakingWords, 'state'),
      render: (_, { undertaking: { state } }) => <Tag color={colors[state]}>{of(undertakingStateWords, state)}</Tag>,
    },
    {
      title: say(undertakingWords, 'signedAt'),
      render: (_, { undertaking }) => undertaking.state !== 'missing' && <Instant at={undertaking.signedAt} />,
    },
    {
      title: say(undertakingWords, 'validUntil'),
      render: (_, { undertaking }) => undertaking.state !== 'missing' && <Instant at={undertaking.validUntil} />,
    },
  ];
  return (
    <Card
      size="small"
      title={say(undertakingWords, 'staff')}
      extra={
        <Checkbox checked={isNarrow} onChange={({ target }) => setIsNarrow(target.checked)}>
          {say(undertakingWords, 'onlyMissing')}
        </Checkbox>
      }
      styles={{ body: { padding: 0 } }}
    >
      <ScrollX>
        <Table<Signature>
          size="small"
          rowKey="id"
          rowClassName="still"
          columns={columns}
          dataSource={shown}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: say(undertakingWords, 'everybody') }}
        />
      </ScrollX>
    </Card>
  );
}
