import { Card, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant, useNow } from '../look/times.tsx';
import { callOutcomeWords, callStatusWords, campaignWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import { CallState } from './CallState.tsx';
import type { CallStatus, CampaignView, ListedCall } from './campaign-views.ts';

/** Whom the campaign calls, in the order in which they were listed. */
export function CallList({ campaign: { id } }: { readonly campaign: CampaignView }) {
  const { t, say, of } = useWords();
  const [status, setStatus] = useState<CallStatus>();
  const list = usePages<ListedCall>(['campaigns', 'calls', id], `/campaigns/${id}/calls`, { status });
  const nameOf = usePeople(list.items.map(({ taken }) => taken?.by));
  const columns: TableColumnsType<ListedCall> = [
    {
      title: say(campaignWords, 'customer'),
      render: (_, one) => (
        <Link to={`/campaigns/${id}/calls/${one.id}`}>{one.name ?? say(campaignWords, one.customer ? 'unnamed' : 'call')}</Link>
      ),
    },
    { title: say(campaignWords, 'phone'), render: (_, { phone }) => <span className="figure">{phone}</span> },
    { title: t('status'), render: (_, one) => <CallState call={one} /> },
    {
      title: say(campaignWords, 'attempts'),
      render: (_, { attempts }) => attempts.map(({ outcome }) => of(callOutcomeWords, outcome)).join(' · '),
    },
    { title: say(campaignWords, 'due'), render: (_, one) => <Due call={one} takenBy={nameOf(one.taken?.by)} /> },
  ];
  const statuses = Object.keys(callStatusWords).map((value) => ({ value, label: of(callStatusWords, value) }));
  return (
    <Card
      size="small"
      title={say(campaignWords, 'list')}
      extra={
        <Select
          allowClear
          aria-label={t('status')}
          placeholder={say(campaignWords, 'everyStatus')}
          style={{ minWidth: 140 }}
          value={status}
          onChange={(next: CallStatus | undefined) => setStatus(next)}
          options={statuses}
        />
      }
    >
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(campaignWords, 'noCalls')} />
    </Card>
  );
}

/** When somebody is to be called, or who has them on the telephone: for as long as they may keep the call. */
function Due({ call: { status, dueAt, taken }, takenBy }: { readonly call: ListedCall; readonly takenBy: string }) {
  const { say } = useWords();
  const now = useNow();
  if (status !== 'waiting') return null;
  const isTaken = taken !== undefined && Date.parse(taken.until) > now;
  return isTaken ? say(campaignWords, 'takenBy', { name: takenBy }) : <Instant at={dueAt} />;
}
