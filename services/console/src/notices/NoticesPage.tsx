import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import { call } from '../api/client.ts';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import type { NoticeView } from '../api/people-views.ts';
import { useAct } from '../api/use-act.ts';
import { PagedList } from '../look/PagedTable.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { LevelTag } from '../look/tags.tsx';
import { Instant } from '../look/times.tsx';
import { noticeWords } from '../words/desk-words.ts';
import { clockWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

/** What the system has to tell the reader, newest first: what is due, what came in, what somebody decided. */
export function Page() {
  const { t, of } = useWords();
  const departmentName = useDepartmentName();
  const list = usePages<NoticeView>(['notices', 'all'], '/notifications', {});
  const read = useAct((upTo: string) => call('POST', `/notifications/${upTo}/read`), ['notices']);
  const newest = list.items[0];
  const nameOf = usePeople(
    list.items.flatMap(({ onBehalfOf = [], standingIn }) => [...onBehalfOf, standingIn?.absent, standingIn?.substitute]),
  );
  return (
    <div className="page stack">
      <PageHead title={t('notices')}>
        {newest && !newest.read && <Button onClick={() => read.mutate(newest.id)}>{t('allRead')}</Button>}
      </PageHead>
      <PagedList list={list} empty={t('noNotices')}>
        <ul className="lines">
          {list.items.map((notice) => (
            <li key={notice.id} className="row-end">
              {notice.read ? null : <Tag color="blue">{t('new')}</Tag>}
              {notice.level && <LevelTag level={notice.level} />}
              {notice.onBehalfOf?.map((absent) => (
                <Tag key={absent}>{t('inPlaceOf', { name: nameOf(absent) })}</Tag>
              ))}
              <strong>{of(noticeWords, notice.kind)}</strong>
              {notice.ticket && (
                <Link to={`/tickets/${notice.ticket}`} className="figure">
                  {notice.number}
                </Link>
              )}
              {notice.digest && (
                <Link to={`/digests/${notice.digest}`} className="figure">
                  {notice.period}
                </Link>
              )}
              {notice.probation && <Link to={`/probations/${notice.probation}`}>{t('probations')}</Link>}
              {notice.inspection && <Link to={`/quality/${notice.inspection}`}>{t('quality')}</Link>}
              {notice.sample && <Link to="/quality?view=toScore">{t('quality')}</Link>}
              {notice.announcement && <Link to={`/announcements/${notice.announcement}`}>{t('announcements')}</Link>}
              {notice.equipment && <Link to={`/equipment/${notice.equipment}`}>{notice.equipment}</Link>}
              {notice.roster && <Link to={`/rosters/${notice.roster}`}>{t('rosters')}</Link>}
              {notice.proposal && <Link to={`/proposals/${notice.proposal}`}>{t('proposals')}</Link>}
              {notice.lead && <Link to={`/leads/${notice.lead}`}>{t('leads')}</Link>}
              {notice.atRisk && <Link to={`/at-risk-customers/${notice.atRisk}`}>{t('atRisk')}</Link>}
              {notice.standingIn && (
                <Link to="/account">
                  {t('standsInFor', {
                    substitute: nameOf(notice.standingIn.substitute),
                    absent: nameOf(notice.standingIn.absent),
                  })}{' '}
                  <Instant at={notice.standingIn.until} />
                </Link>
              )}
              {notice.contact && <Link to="/contacts">{t('missedCall')}</Link>}
              {notice.clock && <span>{of(clockWords, notice.clock)}</span>}
              {notice.due && (
                <span className="quiet">
                  {t('due')} <Instant at={notice.due} />
                </span>
              )}
              {notice.department && <Tag>{departmentName(notice.department)}</Tag>}
              <span className="grow" />
              <Instant at={notice.at} />
            </li>
          ))}
        </ul>
      </PagedList>
    </div>
  );
}
