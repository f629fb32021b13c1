import { useQuery } from '@tanstack/react-query';
import { Button, Card, Drawer } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { useUser } from '../session/session.tsx';
import { rosterWords, staffingDayWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import { ShiftBookForm } from './ShiftBookForm.tsx';
import type { ShiftBookView } from './roster-views.ts';

/** The named shifts of a department, and how many there have to be. */
export function ShiftBookCard({ department }: { readonly department: string }) {
  const { say, of } = useWords();
  const { commands } = useUser();
  const [isOpen, setIsOpen] = useState(false);
  const id = `department-${department}`;
  const { data: book } = useQuery({
    queryKey: ['rosters', 'shift-book', id],
    queryFn: ({ signal }) => call<ShiftBookView>('GET', `/shift-books/${id}`, { signal }),
  });
  if (!book) return null;
  return (
    <Card
      size="small"
      title={say(rosterWords, 'shifts')}
      extra={
        commands.includes('set-shifts') && (
          <Button size="small" onClick={() => setIsOpen(true)}>
            {say(rosterWords, 'setShifts')}
          </Button>
        )
      }
    >
      {book.from !== id && <div className="quiet">{say(rosterWords, 'shiftsOfSite')}</div>}
      <ul className="lines">
        {book.shifts.map(({ code, name, start, end }) => (
          <li key={code} className="row-end">
            {name} <span className="quiet">{code}</span>
            <span className="grow" />
            <span className="figure">
              {start}–{end}
            </span>
          </li>
        ))}
        {book.staffing.map(({ days, from, to, least }) => (
          <li key={`${days} ${from} ${to}`} className="row-end quiet">
            {of(staffingDayWords, days)}
            <span className="grow" />
            <span className="figure">
              {from}–{to} ≥ {least}
            </span>
          </li>
        ))}
      </ul>
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} title={say(rosterWords, 'setShifts')} size={720} destroyOnHidden>
        <ShiftBookForm id={id} book={book} onDone={() => setIsOpen(false)} />
      </Drawer>
    </Card>
  );
}
