import { Drawer, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { mailStateWords, mailWhyWords, mailWords } from '../words/mail-words.ts';
import { refusalWords } from '../words/refusal-words.ts';
import { useWords } from '../words/use-words.ts';
import { MailActions } from './MailActions.tsx';
import { Mailboxes } from './Mailboxes.tsx';
import { mailStates, type MailState, type MailView } from './mail-view.ts';

/** Characters of a mail that are shown: what is broken shows in its head. */
const shown = 100_000;

/** For those who keep the mailboxes: how each does, and the mails that a person has to look at first. */
export function MailDesk() {
  const { of, say } = useWords();
  const [state, setState] = useState<MailState>('set-aside');
  const [raw, setRaw] = useState<string>();
  const list = usePages<MailView>(['mails', state], '/mails', { state });
  const columns: TableColumnsType<MailView> = [
    { title: say(mailWords, 'receivedAt'), render: (_, { receivedAt }) => <Instant at={receivedAt} seconds /> },
    { title: say(mailWords, 'mailbox'), dataIndex: 'mailbox' },
    {
      title: say(mailWords, 'size'),
      align: 'end',
      render: (_, { size }) => <span className="figure">{Math.ceil(size / 1024).toLocaleString()} KiB</span>,
    },
    {
      title: say(mailWords, 'why'),
      render: (_, { why, at, reason, round }) => (
        <div className="stack" style={{ gap: 2 }}>
          {why !== undefined && <span>{of({ ...refusalWords, ...mailWhyWords }, why)}</span>}
          {at !== undefined && <code>{at.join(' ')}</code>}
          {reason !== undefined && <span className="quiet">{reason}</span>}
          {round > 1 && <span className="quiet">{say(mailWords, 'round', { n: round })}</span>}
        </div>
      ),
    },
    {
      title: say(mailWords, 'ticket'),
      render: (_, { ticket }) => (ticket === undefined ? '–' : <Link to={`/tickets/${ticket}`}>{ticket}</Link>),
    },
    { key: 'actions', render: (_, mail) => <MailActions mail={mail} onOpened={setRaw} /> },
  ];
  return (
    <div className="stack">
      <span>{say(mailWords, 'lead')}</span>
      <Mailboxes />
      <Segmented
        value={state}
        onChange={setState}
        options={mailStates.map((value) => ({ value, label: of(mailStateWords, value) }))}
      />
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(mailWords, 'none')} />
      <Drawer open={raw !== undefined} onClose={() => setRaw(undefined)} title={say(mailWords, 'raw')} size={860} destroyOnHidden>
        <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{raw?.slice(0, shown)}</pre>
      </Drawer>
    </div>
  );
}
