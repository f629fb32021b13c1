import { Tag } from 'antd';
import { announcementStatusWords, announcementWords } from '../words/announcement-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedAnnouncement } from './announcement-views.ts';

const colors: Readonly<Record<ListedAnnouncement['status'], string>> = {
  'to-come': 'blue',
  'in-force': 'green',
  over: 'default',
  withdrawn: 'red',
};

export function AnnouncementState({ announcement }: { readonly announcement: ListedAnnouncement }) {
  const { of, say } = useWords();
  const { status, edition, correctedAt, toConfirm } = announcement;
  return (
    <span className="row-end">
      {toConfirm && <Tag color="gold">{say(announcementWords, 'waiting')}</Tag>}
      {correctedAt && (
        <Tag>
          {say(announcementWords, 'corrected')} · {say(announcementWords, 'edition', { n: edition })}
        </Tag>
      )}
      <Tag color={colors[status]} style={{ margin: 0 }}>
        {of(announcementStatusWords, status)}
      </Tag>
    </span>
  );
}
