import { Card, Tag } from 'antd';
import { useDepartmentName, usePeople } from '../api/names.ts';
import type { PartView, TicketView } from '../api/views.ts';
import { Instant } from '../look/times.tsx';
import { holdWords, partStatusWords, partWords, urgentStepWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

/** Lead and co-handling departments side by side: how far each is, and what it waits for. */
export function Parts({ ticket, changed = new Set() }: { readonly ticket: TicketView; readonly changed?: ReadonlySet<string> }) {
  const { t, of } = useWords();
  const departmentName = useDepartmentName();
  const nameOf = usePeople(ticket.parts.map(({ handler }) => handler));
  if (ticket.parts.length === 0 && ticket.urgency === undefined) return null;
  return (
    <Card size="small" title={t('parts')}>
      {ticket.urgency && (
        <p style={{ marginTop: 0 }}>
          <Tag color="red">{of(urgentStepWords, ticket.urgency.step)}</Tag>
        </p>
      )}
      <div className="stack" style={{ gap: 8 }}>
        {ticket.parts.map((part) => (
          <div key={`${part.department} ${part.routedAt}`} className={isOver(part) ? 'quiet' : undefined}>
            <div className="row-end">
              <Tag color={part.part === 'lead' ? 'blue' : 'default'} style={{ margin: 0 }}>
                {of(partWords, part.part)}
              </Tag>
              <strong>
                {changed.has('parts') ? <mark>{departmentName(part.department)}</mark> : departmentName(part.department)}
              </strong>
              <span>{of(partStatusWords, part.status)}</span>
            </div>
            <div className="row-end quiet">
              <span>{nameOf(part.handler) || t('nobody')}</span>
              <Instant at={part.routedAt} />
              {part.hold && <Tag>{of(holdWords, part.hold)}</Tag>}
              {part.awaitsInformation && <Tag>{t('awaitingAnswer')}</Tag>}
              {part.returnRequested && <Tag color="orange">{t('returnAsked')}</Tag>}
              {part.urges > 0 && <Tag color="orange">{t('urged', { n: part.urges })}</Tag>}
              {part.extension && <Tag color="orange">{t('extensionAsked', { t: part.extension.by.slice(0, 10) })}</Tag>}
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

function isOver({ status }: PartView): boolean {
  return ['released', 'returned', 'ended'].includes(status);
}
