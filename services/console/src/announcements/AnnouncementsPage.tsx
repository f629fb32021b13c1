import { Segmented, type TableColumnsType } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useListView } from '../look/use-list-view.ts';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { announcementWords } from '../words/announcement-words.ts';
import { useWords } from '../words/use-words.ts';
import { AnnouncementState } from './AnnouncementState.tsx';
import type { ListedAnnouncement } from './announcement-views.ts';

/** What each view of the list asks for; it stands in the address as `view`. */
const views = { all: {}, toRead: { toConfirm: true }, sent: { sent: true } } as const;

/** Announcements (R12): what the house tells its people, and what one has published oneself. */
export function Page() {
  const { t, say } = useWords();
  const user = useUser();
  const go = useNavigate();
  const inWords = useInWords();
  const [, setSearch] = useSearchParams();
  const { view, asked } = useListView(views, 'all');
  const list = usePages<ListedAnnouncement>(['announcements'], '/announcements', asked);
  const nameOf = usePeople(list.items.map(({ publishedBy }) => publishedBy));
  const mayPublish = user.commands.includes('publish-announcement');
  const offered = mayPublish || holdsOneOf(user, 'auditor') ? (['all', 'toRead', 'sent'] as const) : (['all', 'toRead'] as const);
  const columns: TableColumnsType<ListedAnnouncement> = [
    {
      title: say(announcementWords, 'title'),
      render: (_, { id, title }) => <Link to={`/announcements/${id}`}>{inWords(title)}</Link>,
    },
    { title: t('status'), render: (_, announcement) => <AnnouncementState announcement={announcement} /> },
    {
      title: say(announcementWords, 'receipt'),
      render: (_, { confirmedAt, mustConfirm }) =>
        confirmedAt ? <Instant at={confirmedAt} /> : mustConfirm || say(announcementWords, 'noReceipt'),
    },
    { title: say(announcementWords, 'publishedBy'), render: (_, { publishedBy }) => nameOf(publishedBy) },
    { title: say(announcementWords, 'publishedAt'), render: (_, { publishedAt }) => <Instant at={publishedAt} /> },
  ];
  return (
    <div className="page stack">
      <PageHead title={t('announcements')}>
        <Segmented
          value={view}
          onChange={(next) => setSearch({ view: next }, { replace: true })}
          options={offered.map((value) => ({ value, label: say(announcementWords, value) }))}
        />
        {mayPublish && (
          <ActionButton
            type="primary"
            operation="/announcements"
            title={say(announcementWords, 'publish')}
            initial={{ mustConfirm: true }}
            refresh={['announcements']}
            onDone={({ id }) => void go(`/announcements/${String(id)}`)}
          />
        )}
      </PageHead>
      <p className="quiet" style={{ margin: 0 }}>
        {say(announcementWords, 'lead')}
      </p>
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(announcementWords, 'none')} />
    </div>
  );
}
