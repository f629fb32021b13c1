import { Tag, type TableColumnsType } from 'antd';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { textOf, type Sealed } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';

interface SubstitutionView {
  readonly id: string;
  readonly absent: string;
  readonly substitute: string;
  readonly from: string;
  readonly until: string;
  readonly reason: Sealed<string>;
  readonly namedBy: string;
  readonly ended?: { readonly at: string; readonly by: string };
}

const refresh = ['substitutions'];

/** Who stands in for whom (代理): one's own, and what one may arrange for others. */
export function Substitutions() {
  const { t } = useWords();
  const user = useUser();
  const list = usePages<SubstitutionView>(refresh, '/substitutions', {});
  const nameOf = usePeople(list.items.flatMap(({ absent, substitute, namedBy }) => [absent, substitute, namedBy]));
  const columns: TableColumnsType<SubstitutionView> = [
    { title: t('absent'), render: (_, { absent }) => nameOf(absent) },
    { title: t('substitute'), render: (_, { substitute }) => nameOf(substitute) },
    { title: t('from'), render: (_, { from }) => <Instant at={from} /> },
    { title: t('until'), render: (_, { until, ended }) => <Instant at={ended?.at ?? until} /> },
    { title: t('absenceReason'), render: (_, { reason }) => textOf(reason) ?? t('erased') },
    { title: t('by'), render: (_, { namedBy }) => nameOf(namedBy) },
    {
      title: t('actions'),
      render: (_, { id, ...when }) =>
        isOver(when) ? (
          <Tag>{t('over')}</Tag>
        ) : (
          user.onBehalfOf === undefined && (
            <ActionButton operation="/substitutions/{id}/end" id={id} title={t('endSubstitution')} refresh={refresh} />
          )
        ),
    },
  ];
  return (
    <section className="stack" aria-label={t('substitutes')}>
      {user.onBehalfOf === undefined && (
        <span>
          <ActionButton
            operation="/substitutions"
            title={t('nameSubstitute')}
            refresh={refresh}
            {...(holdsOneOf(user, 'administrator', 'manager') ? {} : { without: ['absent'] })}
          />
        </span>
      )}
      <PagedTable list={list} columns={columns} rowKey="id" empty={t('noSubstitutions')} />
    </section>
  );
}

function isOver({ until, ended }: Pick<SubstitutionView, 'until' | 'ended'>): boolean {
  return ended !== undefined || Date.parse(until) <= Date.now();
}
