import { Alert, Button, Typography } from 'antd';
import dayjs from 'dayjs';
import { lazy, Suspense, useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { codeOf } from '../api/client.ts';
import { useTicketCount, useTicketList } from '../api/ticket-queries.ts';
import { useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import { FilterBar } from './FilterBar.tsx';
import { TicketTable } from './TicketTable.tsx';
import { ThenButton } from './ThenButton.tsx';
import { firstListFor, hasPast, listsFor, parametersOf, parametersThen } from './work-lists.ts';

/** Forms are large; nobody needs them to read a list. */
const BulkBar = lazy(async () => ({ default: (await import('./BulkBar.tsx')).BulkBar }));

/** One work list: its filters, its tickets, what can be done for several at once. */
export function Page() {
  const { t, problem } = useWords();
  const user = useUser();
  const [search, setSearch] = useSearchParams();
  const { list: key } = useParams();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const lists = listsFor(user);
  const list = lists.find((one) => one.key === key);
  const at = list && hasPast(list) ? momentIn(search) : undefined;
  const parameters = !list ? {} : at === undefined ? parametersOf(list, search) : parametersThen(list, search, at);
  const sort = list?.sort === undefined || at !== undefined ? {} : { sort: list.sort };
  const tickets = useTicketList({ ...parameters, ...sort }, list !== undefined);
  const total = useTicketCount(parameters, list !== undefined);
  if (!list) return <Navigate to={`/work/${firstListFor(user)}`} replace />;
  const items = tickets.data?.pages.flatMap((page) => page.items) ?? [];
  const { error } = tickets;
  const setMoment = (moment: string | undefined) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (moment === undefined) after.delete('at');
      else after.set('at', moment);
      return after;
    });
  return (
    <div className="page page-fixed" style={{ gap: 8 }}>
      <div className="row-end">
        <Typography.Title level={1} style={{ fontSize: 18, margin: 0 }}>
          {t(list.word)}
        </Typography.Title>
        <span className="figure quiet" aria-live="polite" data-testid="total">
          {total.data && (total.data.exact ? t('ofTotal', { n: total.data.count }) : t('ofMore', { n: total.data.count }))}
        </span>
        <span className="grow" />
        {hasPast(list) && <ThenButton at={at} onChosen={setMoment} />}
        <FilterBar list={list} />
      </div>
      {at !== undefined && (
        <Alert
          type="info"
          showIcon
          title={t('thenLead', { t: dayjs(at).format('YYYY-MM-DD HH:mm') })}
          action={<Button onClick={() => setMoment(undefined)}>{t('backToNow')}</Button>}
        />
      )}
      {error && (
        <Alert
          type="warning"
          showIcon
          title={problem(codeOf(error))}
          action={<Button onClick={() => void tickets.refetch()}>{t('retry')}</Button>}
        />
      )}
      {chosen.length > 0 && at === undefined && (
        <Suspense fallback={null}>
          <BulkBar ids={chosen} tickets={items} onDone={() => setChosen([])} />
        </Suspense>
      )}
      <TicketTable
        items={items}
        loading={tickets.isPending}
        chosen={chosen}
        onChosen={setChosen}
        {...(at === undefined ? {} : { at })}
        onEnd={() => {
          if (tickets.hasNextPage && !tickets.isFetchingNextPage) void tickets.fetchNextPage();
        }}
      />
    </div>
  );
}

/** A moment of the past in the address; what is none is passed over. */
function momentIn(search: URLSearchParams): string | undefined {
  const time = dayjs(search.get('at') ?? undefined);
  return search.has('at') && time.isValid() ? time.toISOString() : undefined;
}
