import { Card, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useItemName } from '../api/items.ts';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import type { SurgeView } from '../api/people-views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PagedList } from '../look/PagedTable.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import { AttachAll } from './AttachAll.tsx';
import { SurgeTickets } from './SurgeTickets.tsx';

/** Many callers on one thing (R1.6): what the system noticed, and what the coordinator makes of it. */
export function Page() {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(true);
  const list = usePages<SurgeView>(['surges'], '/surges', { acknowledged: !isOpen });
  return (
    <div className="page stack">
      <PageHead title={t('surges')}>
        <Segmented
          value={isOpen}
          onChange={setIsOpen}
          options={[
            { value: true, label: t('surgesOpen') },
            { value: false, label: t('surgesDone') },
          ]}
        />
      </PageHead>
      <PagedList list={list} empty={t('noSurges')}>
        {list.items.map((surge) => (
          <OneSurge key={surge.id} surge={surge} />
        ))}
      </PagedList>
    </div>
  );
}

function OneSurge({ surge }: { readonly surge: SurgeView }) {
  const { t } = useWords();
  const user = useUser();
  const itemName = useItemName();
  const { id, item, district, count, since, noticedAt, acknowledged, tickets } = surge;
  const nameOf = usePeople([acknowledged?.by]);
  const isCoordinator = holdsOneOf(user, 'coordinator');
  const event = new URLSearchParams({ parent: 'true', level: 'urgent', item, ...(district === undefined ? {} : { district }) });
  return (
    <Card
      size="small"
      title={t('surgeOf', { n: count, item: itemName(item), where: district ?? t('wholeSite') })}
      extra={
        <span>
          <Instant at={since} /> – <Instant at={noticedAt} />
        </span>
      }
    >
      <SurgeTickets ids={tickets} />
      <div className="row-end">
        {acknowledged && (
          <>
            <Tag color="green">{t('surgesDone')}</Tag>
            <span className="quiet">
              {nameOf(acknowledged.by)} · <Instant at={acknowledged.at} />
            </span>
            {acknowledged.event && <Link to={`/tickets/${acknowledged.event}`}>{t('parent')}</Link>}
          </>
        )}
        {!acknowledged && isCoordinator && (
          <>
            <Link to={`/register?${event.toString()}`}>{t('registerEvent')}</Link>
            <AttachAll surge={surge} />
            <ActionButton operation="/surges/{id}/acknowledge" id={id} title={t('acknowledgeSurge')} refresh={['surges']} />
          </>
        )}
      </div>
    </Card>
  );
}
