import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { Link } from 'react-router';
import { call } from '../api/client.ts';
import type { AlikeView, CustomerView } from '../api/people-views.ts';
import type { Page } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { alikeWords, customerWords } from '../words/customer-words.ts';
import { useWords } from '../words/use-words.ts';
import { MergeInto } from './MergeInto.tsx';
import { useLabelOf } from './use-label-of.ts';

/** Who may be the same, and why: merged from here, or said to be somebody else. */
export function AlikeCustomers({ customer }: { readonly customer: CustomerView }) {
  const { of, say } = useWords();
  const labelOf = useLabelOf();
  const { data } = useQuery({
    queryKey: ['customers', customer.id, 'alike'],
    queryFn: ({ signal }) => call<Page<AlikeView>>('GET', `/customers/${customer.id}/alike`, { signal }),
  });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card size="small" title={say(customerWords, 'alike')}>
      <ul className="lines">
        {items.map((one) => (
          <li key={one.id} className="row-end">
            <span>
              <Link to={`/customers/${one.id}`}>{labelOf(one)}</Link>{' '}
              {one.why.map((why) => (
                <Tag key={why}>{of(alikeWords, why)}</Tag>
              ))}
            </span>
            <span className="actions">
              <MergeInto customer={one} into={customer} />{' '}
              <ActionButton
                operation="/customers/{id}/dismiss-likeness"
                id={customer.id}
                title={say(customerWords, 'notTheSame')}
                draftOf={`${customer.id}.${one.id}`}
                initial={{ other: one.id }}
                without={['other']}
                refresh={['customers']}
              />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
