import { Tag, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../api/pages.ts';
import type { CustomerView } from '../api/people-views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { SearchBox } from '../look/SearchBox.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import { identitiesOf } from './identities.ts';
import { searchedBy } from './searched-by.ts';

/** Whoever has called: found by number or address in any writing, or by words. */
export function Page() {
  const { t } = useWords();
  const user = useUser();
  const [search] = useSearchParams();
  const inWords = useInWords();
  const list = usePages<CustomerView>(['customers'], '/customers', searchedBy(search.get('q') ?? ''));
  const columns: TableColumnsType<CustomerView> = [
    {
      title: t('name'),
      render: (_, customer) => <Link to={`/customers/${customer.id}`}>{inWords(customer.name) ?? t('unnamed')}</Link>,
    },
    {
      title: t('identities'),
      render: (_, customer) =>
        identitiesOf(customer)
          .map(({ value }) => value)
          .join(t('comma')),
    },
    { title: t('knownSince'), render: (_, { knownSince }) => <Instant at={knownSince} /> },
    {
      title: t('restriction'),
      render: (_, { restriction, proposedRestriction }) => (
        <>
          {restriction && <Tag color="volcano">{t('restrictedUntil', { t: restriction.until.slice(0, 10) })}</Tag>}
          {proposedRestriction && <Tag color="orange">{t('restrictionProposed')}</Tag>}
        </>
      ),
    },
  ];
  return (
    <div className="page stack">
      <PageHead title={t('customers')}>
        <SearchBox label={t('searchCustomers')} />
        {holdsOneOf(user, 'agent') && (
          <ActionButton type="primary" operation="/customers" title={t('newCustomer')} refresh={['customers']} />
        )}
      </PageHead>
      <PagedTable list={list} columns={columns} rowKey="id" empty={t('noCustomers')} />
    </div>
  );
}
