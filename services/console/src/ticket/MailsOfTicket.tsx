import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Tag } from 'antd';
import { call } from '../api/client.ts';
import type { Page, TicketView } from '../api/views.ts';
import { Instant } from '../look/times.tsx';
import { outgoingMailPurposeWords, outgoingMailStateWords, outgoingMailWords } from '../words/mail-words.ts';
import { useWords } from '../words/use-words.ts';

/** `GET /tickets/{id}/mails`, as far as it is shown. */
interface ShownMail {
  readonly id: string;
  readonly purpose: keyof typeof outgoingMailPurposeWords;
  readonly state: keyof typeof outgoingMailStateWords;
  readonly at: string;
  readonly dueAt?: string;
  readonly again?: true;
  readonly discreet?: true;
  readonly to?: string;
  readonly said?: string;
}

const failed: readonly string[] = ['refused', 'uncertain', 'bounced'];

/** What the caller was written, and whether it came to them. */
export function MailsOfTicket({ ticket }: { readonly ticket: TicketView }) {
  const { say, of } = useWords();
  const { data } = useQuery({
    queryKey: ['ticket', ticket.id, 'mails', ticket.version],
    queryFn: ({ signal }) => call<Page<ShownMail>>('GET', `/tickets/${ticket.id}/mails`, { signal }),
  });
  const mails = data?.items ?? [];
  if (mails.length === 0 && ticket.undelivered === undefined) return null;
  return (
    <Card size="small" title={say(outgoingMailWords, 'mails')}>
      {ticket.undelivered !== undefined && <Alert type="warning" showIcon title={say(outgoingMailWords, 'undelivered')} />}
      <ul className="lines">
        {mails.map(({ id, purpose, state, at, dueAt, again, discreet, to, said }) => (
          <li key={id} title={said}>
            <span>
              {of(outgoingMailPurposeWords, purpose)} {to && <span className="quiet">{to}</span>}
            </span>{' '}
            <span>
              <Tag color={failed.includes(state) ? 'error' : undefined}>{of(outgoingMailStateWords, state)}</Tag>
              {discreet && <Tag>{say(outgoingMailWords, 'discreet')}</Tag>}
              {again && <Tag color="warning">{say(outgoingMailWords, 'again')}</Tag>}
              <Instant at={state === 'deferred' && dueAt ? dueAt : at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
