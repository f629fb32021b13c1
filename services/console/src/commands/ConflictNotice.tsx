import { Alert, Button } from 'antd';
import { useTicketEvents } from '../api/ticket-queries.ts';
import type { TicketView } from '../api/views.ts';
import { Instant } from '../look/times.tsx';
import { eventWords } from '../words/event-words.ts';
import { useWords } from '../words/use-words.ts';

interface ConflictNoticeProps {
  readonly ticket: TicketView;
  readonly since: number;
  readonly onSeen: () => void;
}

/** Somebody else was faster: what they did, and what one has written is still there to send. */
export function ConflictNotice({ ticket, since, onSeen }: ConflictNoticeProps) {
  const { t, of } = useWords();
  const { data: events = [] } = useTicketEvents(ticket.id);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginBottom: 12 }}
      title={t('conflict')}
      description={
        <>
          <p>{t('conflictLead', { a: since, b: ticket.version })}</p>
          <ul style={{ paddingInlineStart: 18 }}>
            {events
              .filter(({ version }) => version > since)
              .map((event) => (
                <li key={event.id}>
                  {of(eventWords, event.type)} · <Instant at={event.meta.at} />
                </li>
              ))}
          </ul>
          <Button onClick={onSeen}>{t('sendAnyway')}</Button>
        </>
      }
    />
  );
}
