import { Card } from 'antd';
import type { TicketView } from '../api/views.ts';
import { useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import { OpenPursuit } from './OpenPursuit.tsx';

/** Whoever called may buy, or may leave: somebody follows them up from here. */
export function PursueCaller({ ticket: { id } }: { readonly ticket: TicketView }) {
  const { t } = useWords();
  const user = useUser();
  if (!user.commands.includes('open-pursuit')) return null;
  return (
    <Card size="small" title={t('menuOutbound')}>
      <span className="row-end">
        <OpenPursuit collection="leads" of={{ ticket: id }} />
        <OpenPursuit collection="at-risk-customers" of={{ ticket: id }} />
      </span>
    </Card>
  );
}
