import { Card, Tag } from 'antd';
import { useDepartmentName } from '../api/names.ts';
import type { TicketView } from '../api/views.ts';
import { useInWords } from '../look/use-in-words.ts';
import { useWords } from '../words/use-words.ts';

/** Result and wording beside the caller's words: what a reviewer has to weigh against each other. */
export function ProposedResult({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useWords();
  const departmentName = useDepartmentName();
  const { result } = ticket;
  const inWords = useInWords();
  return (
    <div className="two">
      <Card size="small" title={t('callersWords')}>
        <div className="words">{inWords(ticket.description)}</div>
      </Card>
      {result && (
        <Card
          size="small"
          title={`${t('result')} · ${departmentName(result.department)}`}
          extra={
            <Tag color={result.publishable ? 'default' : 'volcano'}>
              {t(result.publishable ? 'publishable' : 'notPublishable')}
            </Tag>
          }
        >
          <div className="words">{inWords(result.result)}</div>
          <h2 style={{ fontSize: 13, margin: '10px 0 4px' }}>{t('proposedReply')}</h2>
          <div className="words">{inWords(result.reply)}</div>
        </Card>
      )}
    </div>
  );
}
