import { Card } from 'antd';
import { usePeople } from '../api/names.ts';
import type { CustomerView } from '../api/people-views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { Instant } from '../look/times.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { customerWords } from '../words/customer-words.ts';
import { useWords } from '../words/use-words.ts';
import { identitiesOf } from './identities.ts';

/** Who is seen as this customer, who found that and why; each can be made their own again. */
export function MergedCustomers({ customer: { merged = [] } }: { readonly customer: CustomerView }) {
  const { t, say } = useWords();
  const user = useUser();
  const inWords = useInWords();
  const nameOf = usePeople(merged.flatMap(({ mergedInto }) => mergedInto?.by ?? []));
  if (merged.length === 0) return null;
  return (
    <Card size="small" title={say(customerWords, 'merged')}>
      <ul className="lines">
        {merged.map(({ mergedInto, mergeReason, ...one }) => (
          <li key={one.id} className="row-end">
            <div>
              <strong>{inWords(one.name) ?? t('unnamed')}</strong> ·{' '}
              {identitiesOf(one)
                .map(({ value }) => value)
                .join(t('comma'))}
              <div>
                {mergedInto && <Instant at={mergedInto.at} />} · {mergedInto && nameOf(mergedInto.by)} · {inWords(mergeReason)}
              </div>
            </div>
            {holdsOneOf(user, 'coordinator') && (
              <ActionButton
                operation="/customers/{id}/unmerge"
                id={one.id}
                title={say(customerWords, 'unmerge')}
                refresh={['customers']}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
