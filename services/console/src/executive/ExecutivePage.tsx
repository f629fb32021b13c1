import { useQueries } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { call } from '../api/client.ts';
import type { Page as ApiPage } from '../api/views.ts';
import { Found } from '../look/Found.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { documentKinds, type ListedDocument } from '../rules/document-kinds.ts';
import { useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import { decisionsOf } from '../work/work-lists.ts';
import { ShortList } from '../work/ShortList.tsx';

/** What waits for an executive: decisions, urgent events, what is late, and documents to approve. */
export function Page() {
  const { t } = useWords();
  const decisions = decisionsOf(useUser());
  return (
    <div className="page stack">
      <PageHead title={t('executive')} />
      <div className="boards">
        {decisions !== '' && (
          <ShortList title={t('toDecide')} parameters={{ awaits: decisions, sort: 'registeredAt' }} more="/work/to-decide" />
        )}
        <ShortList title={t('urgentNow')} parameters={{ level: 'urgent', open: true }} more="/work/urgent" />
        <ShortList title={t('overdueNow')} parameters={{ open: true, overdue: true, sort: 'due' }} more="/work/overdue" />
        <Approvals />
      </div>
    </div>
  );
}

function Approvals() {
  const { t } = useWords();
  const lists = useQueries({
    queries: documentKinds.map(({ path }) => ({
      queryKey: ['documents', path],
      queryFn: () => call<ApiPage<ListedDocument>>('GET', `/${path}`),
    })),
  });
  const waiting = lists.flatMap(({ data }, place) =>
    (data?.items ?? []).flatMap(({ code, versions }) =>
      versions.filter(({ status }) => status === 'submitted').map(({ id }) => ({ id, code, kind: documentKinds[place] })),
    ),
  );
  const asked = { error: lists.find(({ error }) => error)?.error, isLoading: lists.some(({ isLoading }) => isLoading) };
  return (
    <Card size="small" title={t('approvals')}>
      <Found asked={asked} nothing={waiting.length === 0 && t('noApprovals')}>
        <ul className="lines">
          {waiting.map(({ id, code, kind }) => (
            <li key={`${kind?.path} ${id}`}>
              <Link to={`/rules/${kind?.path}/${code}`}>
                {kind && t(kind.word)} · {id}
              </Link>
            </li>
          ))}
        </ul>
      </Found>
    </Card>
  );
}
