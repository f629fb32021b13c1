import { Tag } from 'antd';
import type { TicketView } from '../api/views.ts';
import { Countdown } from '../look/times.tsx';
import { clockWords, holdWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

/** What is due next; of what is on hold, why. */
export function NextDue({ ticket }: { readonly ticket: TicketView }) {
  const { of } = useWords();
  const hold = ticket.hold ?? ticket.parts.find((part) => part.hold !== undefined)?.hold;
  if (hold !== undefined) return <Tag style={{ margin: 0 }}>{of(holdWords, hold)}</Tag>;
  if (!ticket.due) return <span className="quiet">—</span>;
  return (
    <span>
      {ticket.clock && <span className="quiet">{of(clockWords, ticket.clock)} </span>}
      <Countdown due={ticket.due} />
    </span>
  );
}
