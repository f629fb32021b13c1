import { Button } from 'antd';
import { call } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { announcementWords } from '../words/announcement-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedAnnouncement } from './announcement-views.ts';

/** The receipt is for the edition that was read: one that was corrected meanwhile has to be read again. */
export function ConfirmButton({ announcement: { id, edition, toConfirm } }: { readonly announcement: ListedAnnouncement }) {
  const { say } = useWords();
  const confirm = useAct(() => call('POST', `/announcements/${id}/confirm`, { body: { edition } }), ['announcements']);
  if (!toConfirm) return null;
  return (
    <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()} style={{ marginTop: 12 }}>
      {say(announcementWords, 'confirm')}
    </Button>
  );
}
