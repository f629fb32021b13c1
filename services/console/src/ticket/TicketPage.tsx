import { Alert, Result, Skeleton, Tabs, Typography } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { codeOf } from '../api/client.ts';
import { useTicket, useTicketEvents } from '../api/ticket-queries.ts';
import { CommandBar } from '../commands/CommandBar.tsx';
import { useSignOfPresence } from '../live/people-at.ts';
import { LevelTag, StatusTag } from '../look/tags.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useWords } from '../words/use-words.ts';
import { ProblemsOfTicket } from '../problems/ProblemsOfTicket.tsx';
import { ProposalsOfTicket } from '../proposals/ProposalsOfTicket.tsx';
import { PursueCaller } from '../pursuits/PursueCaller.tsx';
import { Clocks } from './Clocks.tsx';
import { Conversation } from './Conversation.tsx';
import { Facts } from './Facts.tsx';
import { Linked } from './Linked.tsx';
import { MailsOfTicket } from './MailsOfTicket.tsx';
import { OthersHere } from './OthersHere.tsx';
import { Parts } from './Parts.tsx';
import { ProposedResult } from './ProposedResult.tsx';
import { Timeline } from './Timeline.tsx';
import { Watchers } from './Watchers.tsx';

/** One ticket: what it is about, who holds it, what is due, what one can do with it, and how it came to this. */
export function Page() {
  const { t, problem } = useWords();
  const { id: idOrNumber = '', view = 'conversation' } = useParams();
  const go = useNavigate();
  const inWords = useInWords();
  const { data: ticket, error } = useTicket(idOrNumber);
  const { data: events = [] } = useTicketEvents(ticket?.id);
  const [isWriting, setIsWriting] = useState(false);
  useSignOfPresence(ticket?.id, isWriting ? 'writing' : 'looking');
  if (error && !ticket) return <Result status="404" title={problem(codeOf(error))} />;
  if (!ticket) return <Skeleton active className="page" />;
  return (
    <div className="page stack">
      <header className="stack" style={{ gap: 8 }}>
        <div className="row-end">
          <Typography.Title level={1} style={{ fontSize: 19, margin: 0 }}>
            {inWords(ticket.subject)}
          </Typography.Title>
          <LevelTag level={ticket.level} /> <StatusTag status={ticket.status} />
          <Typography.Text type="secondary" copyable className="figure">
            {ticket.number}
          </Typography.Text>
          <OthersHere ticket={ticket.id} />
          <Watchers ticket={ticket} />
        </div>
        <CommandBar ticket={ticket} onWriting={setIsWriting} />
        {error && <Alert type="warning" showIcon title={problem('connection-lost')} />}
      </header>
      <div className={view === 'timeline' ? undefined : 'columns'}>
        <div className="stack">
          {view !== 'timeline' && <ProposedResult ticket={ticket} />}
          <Tabs
            activeKey={view}
            onChange={(key) => void go(`/tickets/${ticket.id}/${key}`, { replace: true })}
            items={[
              { key: 'conversation', label: t('conversation'), children: <Conversation events={events} /> },
              { key: 'timeline', label: t('timeline'), children: <Timeline key={ticket.id} ticket={ticket} events={events} /> },
            ]}
          />
        </div>
        {view !== 'timeline' && (
          <aside className="stack" aria-label={t('facts')}>
            <ProblemsOfTicket ticket={ticket} />
            <Clocks id={ticket.id} />
            <Parts ticket={ticket} />
            <MailsOfTicket ticket={ticket} />
            <Linked ticket={ticket} />
            <Facts ticket={ticket} />
            <ProposalsOfTicket ticket={ticket} />
            <PursueCaller ticket={ticket} />
          </aside>
        )}
      </div>
    </div>
  );
}
