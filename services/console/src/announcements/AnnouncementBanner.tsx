import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { call } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import { useInWords } from '../look/use-in-words.ts';
import { useUser } from '../session/session.tsx';
import { announcementWords } from '../words/announcement-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedAnnouncement } from './announcement-views.ts';

/** Milliseconds between looks: an announcement is in the inbox at once. */
const looksEvery = 60_000;

/** What waits to be confirmed stands above every page until it is. */
export function AnnouncementBanner() {
  const { say } = useWords();
  const inWords = useInWords();
  const { commands } = useUser();
  const { data } = useQuery({
    queryKey: ['announcements', 'banner'],
    queryFn: ({ signal }) => call<Page<ListedAnnouncement>>('GET', '/announcements?toConfirm=true&limit=50', { signal }),
    refetchInterval: looksEvery,
    enabled: commands.includes('confirm-announcement'),
  });
  const [first] = data?.items ?? [];
  if (first === undefined) return null;
  return (
    <Alert
      banner
      type="info"
      title={
        <>
          {say(announcementWords, 'banner')}
          <Link to={`/announcements/${first.id}`}>{inWords(first.title)}</Link>
        </>
      }
    />
  );
}
