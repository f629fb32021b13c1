import { Card } from 'antd';
import { Link } from 'react-router';
import { useTicket, useTicketCount, useTicketList } from '../api/ticket-queries.ts';
import type { TicketView } from '../api/views.ts';
import { StatusTag } from '../look/tags.tsx';
import { useSubjectOf } from '../look/use-in-words.ts';
import { useWords } from '../words/use-words.ts';

/** Children of an event that are shown beside it; all of them are a list away. */
const most = 8;

/** What belongs together: the event with its callers, the event that this caller's ticket hangs under, the one that it repeats. */
export function Linked({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useWords();
  const { parent, attachedTo, duplicateOf } = ticket;
  if (!parent && attachedTo === undefined && duplicateOf === undefined) return null;
  return (
    <Card size="small" title={t('linked')}>
      {attachedTo !== undefined && <Other title={t('parent')} id={attachedTo} />}
      {duplicateOf !== undefined && <Other title={t('original')} id={duplicateOf} />}
      {parent && <Children of={ticket} />}
    </Card>
  );
}

function Other({ title, id }: { readonly title: string; readonly id: string }) {
  const { data } = useTicket(id);
  return (
    <p style={{ marginTop: 0 }}>
      {title}：<Subject ticket={data} id={id} />
    </p>
  );
}

function Children({ of: { id } }: { readonly of: TicketView }) {
  const { t } = useWords();
  const { data } = useTicketList({ event: id });
  const total = useTicketCount({ event: id });
  const children = data?.pages.flatMap(({ items }) => items) ?? [];
  const count = total.data?.count ?? 0;
  return (
    <>
      <Link to={`/work/all?event=${id}`}>{t('callersOfEvent', { n: count })}</Link>
      <ul className="lines">
        {children.slice(0, most).map((child) => (
          <li key={child.id} className="row-end">
            <Subject ticket={child} id={child.id} />
            <span className="grow" />
            <StatusTag status={child.status} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Subject({ ticket, id }: { readonly ticket: TicketView | undefined; readonly id: string }) {
  const subjectOf = useSubjectOf();
  return <Link to={`/tickets/${id}`}>{(ticket && subjectOf(ticket)) ?? id}</Link>;
}
