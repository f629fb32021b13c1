import { Alert, Card } from 'antd';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { Facts, RecordPage } from '../look/RecordPage.tsx';
import { Steps } from '../look/Steps.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { Attachments } from '../ticket/Attachments.tsx';
import { announcementEventWords, announcementStepWords, announcementWords } from '../words/announcement-words.ts';
import { roleWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import { AnnouncementState } from './AnnouncementState.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import { Receipts } from './Receipts.tsx';
import type { AnnouncementView } from './announcement-views.ts';

/** One announcement: what it says, and for those who answer for it who has read it. */
export function Page() {
  const { say } = useWords();
  const inWords = useInWords();
  return (
    <RecordPage<AnnouncementView>
      collection="announcements"
      steps={['correct', 'withdraw']}
      words={announcementStepWords}
      title={({ title }) => inWords(title) ?? ''}
      state={(announcement) => <AnnouncementState announcement={announcement} />}
      aside={(announcement) => <AnnouncementFacts announcement={announcement} />}
    >
      {(announcement) => (
        <>
          {announcement.withdrawn && (
            <Alert
              type="warning"
              showIcon
              title={`${say(announcementWords, 'withdrawnBecause')} · ${inWords(announcement.withdrawn.reason) ?? ''}`}
            />
          )}
          <Card size="small">
            <div className="words">{inWords(announcement.text)}</div>
            {announcement.attachments && <Attachments ids={announcement.attachments} />}
            <ConfirmButton announcement={announcement} />
          </Card>
          {announcement.addressed !== undefined && announcement.mustConfirm && <Receipts announcement={announcement} />}
        </>
      )}
    </RecordPage>
  );
}

function AnnouncementFacts({ announcement }: { readonly announcement: AnnouncementView }) {
  const { say } = useWords();
  const { publishedBy, publishedAt, from, until, confirmedAt, history } = announcement;
  const nameOf = usePeople([publishedBy]);
  const audience = useAudienceInWords(announcement);
  return (
    <>
      <Facts
        rows={[
          [say(announcementWords, 'audience'), audience],
          [say(announcementWords, 'publishedBy'), nameOf(publishedBy)],
          [say(announcementWords, 'publishedAt'), <Instant key="at" at={publishedAt} />],
          [say(announcementWords, 'from'), <Instant key="from" at={from} />],
          [say(announcementWords, 'until'), until && <Instant at={until} />],
          [say(announcementWords, 'confirmedAt'), confirmedAt && <Instant at={confirmedAt} />],
        ]}
      />
      {history && (
        <Steps
          title={say(announcementWords, 'history')}
          steps={history}
          words={announcementEventWords}
          written={['title', 'text', 'reason']}
        />
      )}
    </>
  );
}

function useAudienceInWords({ audience }: AnnouncementView): string {
  const { say, of } = useWords();
  const departmentName = useDepartmentName();
  const { everybody, sites = [], departments = [], roles = [], accounts = [] } = audience;
  const nameOf = usePeople(accounts);
  if (everybody) return say(announcementWords, 'everybody');
  return [
    ...sites,
    ...departments.map((code) => departmentName(code)),
    ...roles.map((role) => of(roleWords, role)),
    ...accounts.map((account) => nameOf(account)),
  ].join(' · ');
}
