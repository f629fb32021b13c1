import { Card, Descriptions, Tag, type DescriptionsProps } from 'antd';
import { useItemName } from '../api/items.ts';
import { useDepartmentName } from '../api/names.ts';
import { callerOf, isErased, textOf, type TicketView } from '../api/views.ts';
import { Instant } from '../look/times.tsx';
import { channelWords, closureWords, kindWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import { Attachments } from './Attachments.tsx';

interface FactsProps {
  readonly ticket: TicketView;
  /** Members that differ from another moment: shown marked. */
  readonly changed?: ReadonlySet<string>;
}

/** What the ticket is about and whose it is. */
export function Facts({ ticket, changed = new Set() }: FactsProps) {
  const { t, of } = useWords();
  const itemName = useItemName();
  const departmentName = useDepartmentName();
  const caller = callerOf(ticket);
  const location = ticket.location && !isErased(ticket.location) ? (ticket.location as { address?: string }) : {};
  const about = [departmentName(ticket.about?.department), textOf(ticket.about?.person)].filter(Boolean).join(' · ');
  const who = isErased(ticket.caller) ? t('erased') : (caller.name ?? (ticket.anonymous ? t('anonymous') : ''));
  const rows: readonly (readonly [string, string, React.ReactNode])[] = [
    ['caller', t('caller'), who],
    ['caller', t('phone'), caller.phone && <a href={`tel:${caller.phone.replaceAll(' ', '')}`}>{caller.phone}</a>],
    ['caller', t('email'), caller.email],
    ['kind', t('kind'), of(kindWords, ticket.kind)],
    ['item', t('item'), itemName(ticket.item)],
    ['channel', t('channel'), of(channelWords, ticket.channel)],
    ['about', t('about'), about],
    ['location', t('address'), [ticket.district, location.address].filter(Boolean).join(' ')],
    ['product', t('product_'), ticket.product],
    ['registeredAt', t('registeredAt'), <Instant key="at" at={ticket.registeredAt} />],
    ['occurredAt', t('occurredAt'), ticket.occurredAt && <Instant at={ticket.occurredAt} />],
    ['closureCode', t('close'), ticket.closureCode && of(closureWords, ticket.closureCode)],
    ['attachments', t('attachments'), ticket.attachments.length > 0 && <Attachments ids={ticket.attachments} />],
  ];
  const items: DescriptionsProps['items'] = rows
    .filter(([, , value]) => value !== undefined && value !== '' && value !== false)
    .map(([member, label, value], place) => ({
      key: place,
      label,
      children: changed.has(member) ? <mark>{value}</mark> : value,
    }));
  const marks = [ticket.confidential && t('confidential'), ticket.parent && t('parent')].filter((one) => one !== false);
  return (
    <Card
      size="small"
      title={t('facts')}
      extra={marks.map((mark) => (
        <Tag key={mark} color="volcano">
          {mark}
        </Tag>
      ))}
    >
      <Descriptions column={1} size="small" items={items} />
    </Card>
  );
}
