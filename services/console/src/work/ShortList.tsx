import { Card } from 'antd';
import { Link } from 'react-router';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { useTicketList } from '../api/ticket-queries.ts';
import type { TicketView } from '../api/views.ts';
import { useTouched } from '../live/touched.ts';
import { Found } from '../look/Found.tsx';
import { AwaitedTags, LevelTag, StatusTag } from '../look/tags.tsx';
import { useSubjectOf } from '../look/use-in-words.ts';
import { useWords } from '../words/use-words.ts';
import { HeldBy } from './HeldBy.tsx';
import { NextDue } from './NextDue.tsx';
import type { ListParameters } from './work-lists.ts';

interface ShortListProps {
  readonly title: string;
  readonly parameters: ListParameters;
  readonly most?: number;
  /** Where the whole list is. */
  readonly more?: string;
}

/** The head of a list on a board: what it is, when it is due, who has it. */
export function ShortList({ title, parameters, most = 10, more }: ShortListProps) {
  const { t } = useWords();
  const list = useTicketList(parameters);
  const { data } = list;
  const tickets = data?.pages[0]?.items ?? [];
  const shown = tickets.slice(0, most);
  const hasMore = tickets.length > most || data?.pages[0]?.next != null;
  return (
    <Card size="small" title={title} extra={more && hasMore && <Link to={more}>{t('more')}</Link>}>
      <Found asked={list} nothing={shown.length === 0 && t('nothingHere')}>
        <Lines tickets={shown} />
      </Found>
    </Card>
  );
}

function Lines({ tickets }: { readonly tickets: readonly TicketView[] }) {
  const subjectOf = useSubjectOf();
  const departmentName = useDepartmentName();
  const nameOf = usePeople(tickets.flatMap(({ parts }) => parts.map(({ handler }) => handler)));
  const touched = useTouched();
  return (
    <ul className="lines">
      {tickets.map((ticket) => (
        <li key={ticket.id} className={touched.has(ticket.id) ? 'touched-line' : undefined}>
          <span className="row-end" style={{ flexWrap: 'nowrap' }}>
            <LevelTag level={ticket.level} />
            <Link to={`/tickets/${ticket.id}`} className="cut grow">
              {subjectOf(ticket)}
            </Link>
            <AwaitedTags awaits={ticket.awaits} />
            <StatusTag status={ticket.status} />
          </span>
          <span className="row-end" style={{ justifyContent: 'space-between' }}>
            <HeldBy ticket={ticket} nameOf={nameOf} departmentName={departmentName} />
            <NextDue ticket={ticket} />
          </span>
        </li>
      ))}
    </ul>
  );
}
