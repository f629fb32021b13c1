import { Tag } from 'antd';
import type { TicketView } from '../api/views.ts';
import { useWords } from '../words/use-words.ts';

interface HeldByProps {
  readonly ticket: TicketView;
  readonly nameOf: (id: string | undefined) => string;
  readonly departmentName: (code: string | undefined) => string;
}

const withTheCallCentre = ['registered', 'to-check', 'to-reply'];
const over = ['completed', 'closed', 'archived', 'refused', 'withdrawn'];

/** Who has to move now: the call centre, or the lead department and its handler. */
export function HeldBy({ ticket, nameOf, departmentName }: HeldByProps) {
  const { t } = useWords();
  if (over.includes(ticket.status)) return <span className="quiet">—</span>;
  if (ticket.holder?.who === 'caller') return <span>{t('caller')}</span>;
  if (ticket.holder?.who === 'third-party') return <span>{t('thirdParty')}</span>;
  if (withTheCallCentre.includes(ticket.status) || ticket.holder?.who === 'call-centre') return <span>{t('callCentre')}</span>;
  const lead = ticket.parts.find(({ part, status }) => part === 'lead' && !['released', 'returned', 'ended'].includes(status));
  if (!lead) return <span>{t('callCentre')}</span>;
  const handler = nameOf(lead.handler);
  return (
    <span>
      {departmentName(lead.department)}
      {handler && <span className="quiet"> · {handler}</span>}
      {lead.urges > 0 && (
        <Tag color="orange" style={{ marginInlineStart: 6 }}>
          {t('urged', { n: lead.urges })}
        </Tag>
      )}
    </span>
  );
}
