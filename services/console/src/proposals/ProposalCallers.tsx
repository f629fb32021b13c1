import { Card, Checkbox, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { useTicketLines } from '../api/ticket-lines.ts';
import type { TicketView } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { PagedList } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords, useSubjectOf } from '../look/use-in-words.ts';
import { proposalWords, tellingWords } from '../words/proposal-words.ts';
import { channelWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ProposalCallerView, ProposalView } from './proposal-views.ts';

const refresh = ['proposals', 'ticket'];

/** Who asked for it, each with whether they have been told what became of it; those who are to be told can be told together. */
export function ProposalCallers({ proposal: { id, callers } }: { readonly proposal: ProposalView }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const steps = usePossibleSteps('proposals', id);
  const list = usePages<ProposalCallerView>(['proposals', 'callers', id], `/proposals/${id}/callers`, {});
  const lines = useTicketLines(list.items.map(({ ticket }) => ticket));
  const toTell = list.items.filter(({ telling }) => telling === 'to-tell').map(({ ticket }) => ticket);
  const telling = chosen.filter((ticket) => toTell.includes(ticket));
  const mayTell = steps.includes('tell-callers');
  const choose = (ticket: string, isChosen: boolean) =>
    setChosen((before) => (isChosen ? [...before, ticket] : before.filter((one) => one !== ticket)));
  return (
    <Card
      size="small"
      title={say(proposalWords, 'callers')}
      extra={callers && <span className="figure">{say(proposalWords, 'callersCount', callers)}</span>}
    >
      <PagedList list={list} empty={say(proposalWords, 'noCallers')}>
        <ul className="lines">
          {list.items.map((caller) => (
            <CallerLine
              key={caller.ticket}
              caller={caller}
              ticket={lines.get(caller.ticket)}
              proposal={id}
              steps={steps}
              {...(mayTell && caller.telling === 'to-tell'
                ? { isChosen: chosen.includes(caller.ticket), onChoose: (is: boolean) => choose(caller.ticket, is) }
                : {})}
            />
          ))}
        </ul>
        {mayTell && telling.length > 0 && (
          <ActionButton
            key={telling.join(' ')}
            type="primary"
            operation="/proposals/{id}/tell-callers"
            id={id}
            title={say(proposalWords, 'tellChosen', { n: telling.length })}
            draftOf={`${id}.${telling.join('.')}`}
            initial={{ tickets: telling }}
            without={['tickets']}
            refresh={refresh}
            onDone={() => setChosen([])}
          />
        )}
      </PagedList>
    </Card>
  );
}

interface CallerLineProps {
  readonly caller: ProposalCallerView;
  readonly ticket: TicketView | undefined;
  readonly proposal: string;
  readonly steps: readonly string[];
  readonly isChosen?: boolean;
  readonly onChoose?: (isChosen: boolean) => void;
}

function CallerLine({ caller, ticket, proposal, steps, isChosen = false, onChoose }: CallerLineProps) {
  const { of, say } = useWords();
  const subjectOf = useSubjectOf();
  const inWords = useInWords();
  const { ticket: id, telling, told, excused } = caller;
  const nameOf = usePeople([told?.by]);
  const act = { id: proposal, draftOf: `${proposal}.${id}`, initial: { ticket: id }, without: ['ticket'], refresh };
  return (
    <li className="row-end">
      {onChoose && (
        <Checkbox
          checked={isChosen}
          aria-label={say(proposalWords, 'chooseCaller', { number: ticket?.number ?? id })}
          onChange={({ target }) => onChoose(target.checked)}
        />
      )}
      <Link to={`/tickets/${id}`} className="figure">
        {ticket?.number ?? id}
      </Link>
      <span>{ticket && subjectOf(ticket)}</span>
      <span className="grow" />
      <Tag color={telling === 'to-tell' ? 'orange' : telling === 'told' ? 'green' : 'default'} style={{ margin: 0 }}>
        {of(tellingWords, telling)}
      </Tag>
      {telling === 'told' && told && (
        <span className="quiet">
          {nameOf(told.by)} · {of(channelWords, told.channel)} · <Instant at={told.at} />
        </span>
      )}
      {telling === 'excused' && <span className="quiet">{excused && inWords(excused.reason)}</span>}
      {telling === 'to-tell' && steps.includes('excuse-caller') && (
        <ActionButton type="link" operation="/proposals/{id}/excuse-caller" title={say(proposalWords, 'excuse')} {...act} />
      )}
      {told === undefined && steps.includes('remove') && (
        <ActionButton type="link" operation="/proposals/{id}/remove" title={say(proposalWords, 'removeTicket')} {...act} />
      )}
    </li>
  );
}
