import { Tag, type TableColumnsType } from 'antd';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { mailWords } from '../words/mail-words.ts';
import { kindWords, levelWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import type { MailboxView } from './mail-view.ts';

/** The mailboxes that are read, and how it goes with each. */
export function Mailboxes() {
  const { of, say } = useWords();
  const list = usePages<MailboxView>(['mails', 'mailboxes'], '/mailboxes', {});
  const columns: TableColumnsType<MailboxView> = [
    {
      title: say(mailWords, 'mailbox'),
      render: (_, { address, folder }) => (
        <>
          <strong>{address}</strong>
          <div className="quiet">{folder}</div>
        </>
      ),
    },
    {
      title: say(mailWords, 'state'),
      render: (_, { why, lookedAt }) => (
        <div className="stack" style={{ gap: 2 }}>
          <span>
            {why !== null && <Tag color="red">{say(mailWords, 'unreachable')}</Tag>}
            {why === null && lookedAt === null && <Tag>{say(mailWords, 'notYet')}</Tag>}
            {why === null && lookedAt !== null && <Tag color="green">{say(mailWords, 'reading')}</Tag>}
          </span>
          {why !== null && <span className="late">{why}</span>}
        </div>
      ),
    },
    {
      title: say(mailWords, 'lookedAt'),
      render: (_, { lookedAt }) => (lookedAt === null ? '–' : <Instant at={lookedAt} seconds />),
    },
    { title: say(mailWords, 'waiting'), align: 'end', render: (_, { waiting }) => <span className="figure">{waiting}</span> },
    {
      title: say(mailWords, 'setAside'),
      align: 'end',
      render: (_, { setAside }) => <span className={setAside > 0 ? 'figure late' : 'figure'}>{setAside}</span>,
    },
    {
      title: say(mailWords, 'registersAs'),
      render: (_, { registersAs: { kind, item, level } }) => (
        <>
          {of(kindWords, kind)} · {of(levelWords, level)} <code>{item}</code>
        </>
      ),
    },
  ];
  return <PagedTable list={list} columns={columns} rowKey="address" empty={say(mailWords, 'noMailboxes')} />;
}
