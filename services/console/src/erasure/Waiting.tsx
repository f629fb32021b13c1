import { Card, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { erasureWords, groundWords } from '../words/erasure-words.ts';
import { useWords } from '../words/use-words.ts';
import type { WaitingErasure } from './erasure-view.ts';

/** Erasures that wait for a second person, those that expire first on top; where there is none, nothing is said, and where they could not be read, that. */
export function Waiting() {
  const { of, say } = useWords();
  const list = usePages<WaitingErasure>(['erasures', 'waiting'], '/erasures', {});
  const nameOf = usePeople(list.items.map(({ requestedBy }) => requestedBy));
  if (list.items.length === 0 && !list.error) return null;
  const columns: TableColumnsType<WaitingErasure> = [
    {
      title: say(erasureWords, 'of'),
      render: (_, { of: kind, subject }) => (
        <Link to={`?${new URLSearchParams({ of: kind, id: subject }).toString()}`}>
          {say(erasureWords, kind)} {subject}
        </Link>
      ),
    },
    { title: say(erasureWords, 'ground'), render: (_, { ground }) => of(groundWords, ground) },
    { title: say(erasureWords, 'requestedBy'), render: (_, { requestedBy }) => nameOf(requestedBy) || requestedBy },
    { title: say(erasureWords, 'requestedAt'), render: (_, { requestedAt }) => <Instant at={requestedAt} /> },
    { title: say(erasureWords, 'expiresAt'), render: (_, { expiresAt }) => <Instant at={expiresAt} /> },
  ];
  return (
    <Card size="small" title={say(erasureWords, 'waiting')} styles={{ body: { padding: 0 } }}>
      <PagedTable list={list} columns={columns} rowKey="id" empty="" />
    </Card>
  );
}
