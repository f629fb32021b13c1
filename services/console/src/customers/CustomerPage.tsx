import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions, Result, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import { usePeople } from '../api/names.ts';
import type { ContactView, CustomerView, RestrictionView } from '../api/people-views.ts';
import type { TicketView } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { Found } from '../look/Found.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { PursuitsOfCustomer } from '../pursuits/PursuitsOfCustomer.tsx';
import { TicketLinks } from '../register/TicketLinks.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { choiceWords } from '../words/command-words.ts';
import { identityWords } from '../words/desk-words.ts';
import { channelWords } from '../words/ticket-words.ts';
import { customerWords } from '../words/customer-words.ts';
import { useWords } from '../words/use-words.ts';
import { AlikeCustomers } from './AlikeCustomers.tsx';
import { ConsentCard } from './ConsentCard.tsx';
import { identitiesOf } from './identities.ts';
import { MergedCustomers } from './MergedCustomers.tsx';
import { MergeInto } from './MergeInto.tsx';
import { ProfileCard } from './ProfileCard.tsx';

interface History {
  readonly tickets: readonly TicketView[];
  readonly contacts: readonly ContactView[];
}

/** One customer: by what we know them, what they called about, and whether they are restricted for a time. */
export function Page() {
  const { t, of, say, problem } = useWords();
  const user = useUser();
  const inWords = useInWords();
  const { id = '' } = useParams();
  const one = useQuery({ queryKey: ['customers', id], queryFn: () => call<CustomerView>('GET', `/customers/${id}`) });
  const history = useQuery({
    queryKey: ['customers', id, 'history'],
    queryFn: () => call<History>('GET', `/customers/${id}/history`),
  });
  if (one.error && !one.data) return <Result status="404" title={problem(codeOf(one.error))} />;
  if (!one.data) return <Skeleton active className="page" />;
  const customer = one.data;
  const { restriction, proposedRestriction, restricted = false } = customer;
  const act = { id: customer.id, refresh: ['customers'] } as const;
  return (
    <div className="page stack">
      <PageHead title={inWords(customer.name) ?? t('unnamed')}>
        {user.areas.includes('administration') && (
          <Link to={`/administration/erasure?of=customer&id=${id}`}>{t('eraseData')}</Link>
        )}
        {holdsOneOf(user, 'agent') && (
          <ActionButton
            operation="/customers/{id}/restrictions"
            title={t(holdsOneOf(user, 'coordinator') ? 'restrict' : 'proposeRestriction')}
            {...act}
          />
        )}
        {restriction && holdsOneOf(user, 'coordinator') && (
          <ActionButton operation="/customers/{id}/restrictions/lift" title={t('liftRestriction')} {...act} />
        )}
        {holdsOneOf(user, 'coordinator') && <MergeInto customer={customer} />}
      </PageHead>
      {restriction && restricted && <Restricted restriction={restriction} isProposed={false} />}
      {proposedRestriction && <Restricted restriction={proposedRestriction} isProposed />}
      {restricted &&
        customer.merged?.map(
          (one) => one.restriction && <Restricted key={one.id} restriction={one.restriction} isProposed={false} />,
        )}
      {customer.id !== id && <Alert type="info" showIcon title={say(customerWords, 'asMerged')} />}
      <div className="two">
        <Card size="small" title={t('identities')}>
          <Descriptions
            column={1}
            size="small"
            items={[
              ...identitiesOf(customer).map(({ kind, value }) => ({
                key: value,
                label: of(identityWords, kind),
                children: value,
              })),
              { key: 'since', label: t('knownSince'), children: <Instant at={customer.knownSince} /> },
            ]}
          />
        </Card>
        <Card size="small" title={t('history')}>
          <Found asked={history} nothing={!history.data?.tickets.length && t('noHistory')}>
            <TicketLinks tickets={history.data?.tickets ?? []} />
          </Found>
        </Card>
        <Card size="small" title={t('contacts')}>
          <ul className="lines">
            {(history.data?.contacts ?? []).map((contact) => (
              <li key={contact.id} className="row-end">
                <Instant at={contact.at} /> {of(choiceWords, contact.direction)} · {of(channelWords, contact.channel)} ·{' '}
                {of(choiceWords, contact.outcome)}
              </li>
            ))}
          </ul>
        </Card>
        <ProfileCard customer={customer} />
        <ConsentCard customer={customer} />
        <PursuitsOfCustomer collection="leads" customer={customer.id} />
        <PursuitsOfCustomer collection="at-risk-customers" customer={customer.id} />
        <MergedCustomers customer={customer} />
        {holdsOneOf(user, 'coordinator') && <AlikeCustomers customer={customer} />}
      </div>
    </div>
  );
}

function Restricted({ restriction, isProposed }: { readonly restriction: RestrictionView; readonly isProposed: boolean }) {
  const { t } = useWords();
  const nameOf = usePeople([restriction.by]);
  const inWords = useInWords();
  const words = isProposed ? t('restrictionProposed') : t('restrictedUntil', { t: restriction.until.slice(0, 10) });
  const reason = inWords(restriction.reason);
  return (
    <Alert type="warning" showIcon title={words} description={[reason, nameOf(restriction.by)].filter(Boolean).join(' · ')} />
  );
}
