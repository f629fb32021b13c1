import { Segmented, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ActionButton } from '../commands/ActionButton.tsx';
import { usePages } from '../api/pages.ts';
import type { ContactView } from '../api/people-views.ts';
import { textOf } from '../api/views.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { choiceWords } from '../words/command-words.ts';
import { channelWords } from '../words/ticket-words.ts';
import { dutyWords } from '../words/desk-words.ts';
import { useWords } from '../words/use-words.ts';
import { ContactActions } from './ContactActions.tsx';

/** Calls and messages as they came in; the missed ones, which somebody has to call back, first and longest waiting in front. */
export function Page() {
  const { t, of } = useWords();
  const user = useUser();
  const [duty, setDuty] = useState('owed');
  const list = usePages<ContactView>(['contacts'], '/contacts', duty === 'all' ? {} : { duty });
  const isDesk = holdsOneOf(user, 'agent');
  const columns: TableColumnsType<ContactView> = [
    { title: t('at'), render: (_, { at }) => <Instant at={at} /> },
    { title: t('outcome'), render: (_, contact) => <Outcome contact={contact} /> },
    {
      title: t('channel'),
      render: (_, { channel, direction }) => `${of(choiceWords, direction)} · ${of(channelWords, channel)}`,
    },
    { title: t('otherEnd'), render: (_, contact) => <OtherEnd contact={contact} /> },
    {
      title: t('attempts'),
      render: (_, { duty: owed, attempts }) =>
        owed && (
          <>
            <Tag color={owed === 'owed' ? 'orange' : 'default'}>{of(dutyWords, owed)}</Tag>
            {attempts > 0 && <span className="figure">{t('times', { n: attempts })}</span>}
          </>
        ),
    },
    { title: t('ticketColumn'), render: (_, { ticket }) => ticket && <Link to={`/tickets/${ticket}`}>{t('open')}</Link> },
    ...(isDesk
      ? [{ title: t('actions'), render: (_: unknown, contact: ContactView) => <ContactActions contact={contact} /> }]
      : []),
  ];
  return (
    <div className="page stack">
      <PageHead title={t('contacts')}>
        <Segmented
          value={duty}
          onChange={setDuty}
          options={(['owed', 'returned', 'given-up', 'all'] as const).map((value) => ({
            value,
            label: value === 'all' ? t('all') : of(dutyWords, value),
          }))}
        />
        {isDesk && <ActionButton type="primary" operation="/contacts" title={t('recordContact')} refresh={['contacts']} />}
      </PageHead>
      <PagedTable list={list} columns={columns} rowKey="id" empty={t('noContacts')} />
    </div>
  );
}

function Outcome({ contact: { outcome } }: { readonly contact: ContactView }) {
  const { of } = useWords();
  return <Tag color={outcome === 'answered' ? 'green' : 'volcano'}>{of(choiceWords, outcome)}</Tag>;
}

/** Who called, or was called: their number, and what is known of them. */
function OtherEnd({ contact }: { readonly contact: ContactView }) {
  const { t } = useWords();
  const number = textOf(contact.direction === 'inbound' ? contact.from : contact.to) ?? t('erased');
  const customer = textOf(contact.customer);
  return customer === undefined ? <span className="figure">{number}</span> : <Link to={`/customers/${customer}`}>{number}</Link>;
}
