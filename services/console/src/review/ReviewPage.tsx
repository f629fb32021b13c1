import { Empty, Segmented } from 'antd';
import { useState } from 'react';
import { useTicket, useTicketList } from '../api/ticket-queries.ts';
import type { TicketView } from '../api/views.ts';
import { CommandBar } from '../commands/CommandBar.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useSignOfPresence } from '../live/people-at.ts';
import { PageHead } from '../look/PageHead.tsx';
import { useSubjectOf } from '../look/use-in-words.ts';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { Clocks } from '../ticket/Clocks.tsx';
import { Conversation } from '../ticket/Conversation.tsx';
import { ProposedResult } from '../ticket/ProposedResult.tsx';
import { useTicketEvents } from '../api/ticket-queries.ts';
import { useWords } from '../words/use-words.ts';
import './review.css';

/** Co-handlers' reports are reviewed as well, while the lead is still at work. */
const waiting = { department: { awaits: 'approve-result', sort: 'registeredAt' }, centre: { status: 'to-check' } } as const;

/** Result after result, each beside the caller's words: the department's manager, then the call centre. */
export function Page() {
  const { t } = useWords();
  const user = useUser();
  const subjectOf = useSubjectOf();
  const isManager = holdsOneOf(user, 'manager');
  const [step, setStep] = useState<keyof typeof waiting>(isManager ? 'department' : 'centre');
  const { data } = useTicketList(waiting[step]);
  const tickets = data?.pages.flatMap(({ items }) => items) ?? [];
  const [chosen, setChosen] = useState<string>();
  const at = Math.max(0, tickets.findIndex(({ id }) => id === chosen)); // prettier-ignore
  const move = (by: number) => setChosen(tickets[Math.max(0, Math.min(tickets.length - 1, at + by))]?.id);
  useKeys({ j: () => move(1), k: () => move(-1) });
  const ticket = tickets[at];
  return (
    <div className="page page-fixed" style={{ gap: 8 }}>
      <PageHead title={t('review')}>
        <Segmented
          value={step}
          onChange={setStep}
          options={[
            { value: 'department', label: t('toReview') },
            { value: 'centre', label: t('toCheck') },
          ]}
        />
      </PageHead>
      {!ticket && <Empty description={t('nothingHere')} />}
      {ticket && (
        <div className="desk">
          <ol className="lines" aria-label={t('work')}>
            {tickets.map((one, place) => (
              <li key={one.id} aria-current={place === at ? 'true' : undefined}>
                <button type="button" onClick={() => setChosen(one.id)}>
                  <span className="cut">{subjectOf(one)}</span>
                  <span className="figure quiet">{one.number}</span>
                </button>
              </li>
            ))}
          </ol>
          <Reviewed key={ticket.id} listed={ticket} />
        </div>
      )}
    </div>
  );
}

function Reviewed({ listed }: { readonly listed: TicketView }) {
  const { data: ticket = listed } = useTicket(listed.id);
  const { data: events = [] } = useTicketEvents(listed.id);
  const [isWriting, setIsWriting] = useState(false);
  useSignOfPresence(listed.id, isWriting ? 'writing' : 'looking');
  return (
    <section className="stack" style={{ overflow: 'auto' }}>
      <CommandBar ticket={ticket} onWriting={setIsWriting} />
      <ProposedResult ticket={ticket} />
      <div className="two">
        <Conversation events={events} />
        <Clocks id={ticket.id} />
      </div>
    </section>
  );
}
