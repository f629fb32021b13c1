import { Alert, Card, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../api/pages.ts';
import { useTicketLines } from '../api/ticket-lines.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { PagedList } from '../look/PagedTable.tsx';
import { StatusTag } from '../look/tags.tsx';
import { useSubjectOf } from '../look/use-in-words.ts';
import { knownErrorWords } from '../words/known-error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { LinkedTicketView, ProblemRecordView } from './problem-views.ts';

/** What comes of the problem; when it is resolved, what of that is still to be answered. */
export function LinkedTickets({ problem: { id, status, tickets } }: { readonly problem: ProblemRecordView }) {
  const { say } = useWords();
  const subjectOf = useSubjectOf();
  const [openOnly, setOpenOnly] = useState(status === 'resolved');
  const mayUnlink = usePossibleSteps('problems', id).includes('unlink');
  const list = usePages<LinkedTicketView>(['problems', 'tickets', id], `/problems/${id}/tickets`, openOnly ? { open: true } : {});
  const ids = list.items.map(({ ticket }) => ticket);
  const lines = useTicketLines(ids);
  const { linked = 0, open = 0 } = tickets ?? {};
  return (
    <Card
      size="small"
      title={say(knownErrorWords, 'tickets')}
      extra={<span className="figure">{say(knownErrorWords, 'linkedOpen', { linked, open })}</span>}
    >
      {status === 'resolved' && open > 0 && (
        <Alert type="info" showIcon title={say(knownErrorWords, 'openTicketsLeft', { n: open })} style={{ marginBottom: 8 }} />
      )}
      <Checkbox checked={openOnly} onChange={({ target }) => setOpenOnly(target.checked)}>
        {say(knownErrorWords, 'openOnly')}
      </Checkbox>
      <PagedList list={list} empty={say(knownErrorWords, 'noTickets')}>
        <ul className="lines">
          {ids.map((ticket) => {
            const line = lines.get(ticket);
            return (
              <li key={ticket} className="row-end">
                <Link to={`/tickets/${ticket}`} className="figure">
                  {line?.number ?? ticket}
                </Link>
                <span>{line && subjectOf(line)}</span>
                <span className="grow" />
                {line && <StatusTag status={line.status} />}
                {mayUnlink && (
                  <ActionButton
                    type="link"
                    operation="/problems/{id}/unlink"
                    id={id}
                    draftOf={`${id}.${ticket}`}
                    title={say(knownErrorWords, 'unlink')}
                    initial={{ ticket }}
                    without={['ticket']}
                    refresh={['problems']}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </PagedList>
    </Card>
  );
}
