import type { TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useDepartmentName } from '../api/names.ts';
import type { TicketView } from '../api/views.ts';
import { AwaitedTags, LevelTag, StatusTag } from '../look/tags.tsx';
import { Instant } from '../look/times.tsx';
import { useSubjectOf } from '../look/use-in-words.ts';
import { kindWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import { HeldBy } from './HeldBy.tsx';
import { NextDue } from './NextDue.tsx';
import { placeOf } from './place-of.ts';

/** The columns of every list of tickets: what is due next and who holds it come first after what it is. */
export function useTicketColumns(
  nameOf: (id: string | undefined) => string,
  isWide: boolean,
  at: string | undefined,
): TableColumnsType<TicketView> {
  const { t, of } = useWords();
  const departmentName = useDepartmentName();
  const subjectOf = useSubjectOf();
  return useMemo(() => {
    const subject = (ticket: TicketView) => (
      <Link to={placeOf(ticket, at)} className="cut" onClick={(event) => event.stopPropagation()}>
        {subjectOf(ticket)}
      </Link>
    );
    if (!isWide)
      return [
        {
          title: t('subject'),
          render: (_, ticket) => (
            <div style={{ display: 'grid', gap: 4 }}>
              {subject(ticket)}
              <span className="row-end">
                <StatusTag status={ticket.status} /> <LevelTag level={ticket.level} /> <AwaitedTags awaits={ticket.awaits} />{' '}
                <NextDue ticket={ticket} />
              </span>
              <span className="quiet cut">
                <HeldBy ticket={ticket} nameOf={nameOf} departmentName={departmentName} />
              </span>
            </div>
          ),
        },
      ];
    return [
      {
        title: t('subject'),
        render: (_, ticket) => (
          <span style={{ display: 'flex', gap: 6, alignItems: 'center', minWidth: 0 }}>
            <LevelTag level={ticket.level} />
            <span className="grow">{subject(ticket)}</span>
            <AwaitedTags awaits={ticket.awaits} />
          </span>
        ),
      },
      { title: t('status'), width: 104, render: (_, { status }) => <StatusTag status={status} /> },
      {
        title: t('nextDue'),
        width: 196,
        onCell: () => ({ style: { whiteSpace: 'nowrap' } }),
        render: (_, ticket) => <NextDue ticket={ticket} />,
      },
      {
        title: t('holder'),
        width: 140,
        ellipsis: true,
        render: (_, ticket) => <HeldBy ticket={ticket} nameOf={nameOf} departmentName={departmentName} />,
      },
      { title: t('kind'), width: 92, ellipsis: true, render: (_, { kind }) => of(kindWords, kind) },
      { title: t('registeredAt'), width: 104, render: (_, { registeredAt }) => <Instant at={registeredAt} /> },
      { title: t('number'), width: 188, render: (_, { number }) => <span className="figure">{number}</span> },
    ];
  }, [t, of, departmentName, subjectOf, nameOf, isWide, at]);
}
