import { Card, Segmented } from 'antd';
import { useState } from 'react';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { PagedList } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { announcementWords } from '../words/announcement-words.ts';
import { useWords } from '../words/use-words.ts';
import type { AnnouncementView, ReceiptView } from './announcement-views.ts';

/** Who has confirmed the present edition, and who has not. */
export function Receipts({ announcement: { id, addressed = 0, confirmed = 0 } }: { readonly announcement: AnnouncementView }) {
  const { say } = useWords();
  const [shown, setShown] = useState<'hasNot' | 'has'>('hasNot');
  const list = usePages<ReceiptView>(['announcements', 'receipts', id], `/announcements/${id}/receipts`, {
    confirmed: shown === 'has',
  });
  const nameOf = usePeople(list.items.map(({ account }) => account));
  return (
    <Card
      size="small"
      title={say(announcementWords, 'receipts')}
      extra={<span className="figure">{say(announcementWords, 'counted', { confirmed, addressed })}</span>}
    >
      <Segmented
        value={shown}
        onChange={setShown}
        options={(['hasNot', 'has'] as const).map((value) => ({ value, label: say(announcementWords, value) }))}
      />
      <PagedList list={list} empty={say(announcementWords, 'nobody')}>
        <ul className="lines">
          {list.items.map(({ account, confirmedAt }) => (
            <li key={account} className="row-end">
              {nameOf(account)}
              <span className="grow" />
              {confirmedAt && <Instant at={confirmedAt} />}
            </li>
          ))}
        </ul>
      </PagedList>
    </Card>
  );
}
