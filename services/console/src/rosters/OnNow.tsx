import { useQuery } from '@tanstack/react-query';
import { Card, Select, Tag } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { useDepartmentName, usePeople } from '../api/names.ts';
import type { Page } from '../api/views.ts';
import { rosterWords } from '../words/roster-words.ts';
import { agentStateWords } from '../words/telephony-words.ts';
import { useWords } from '../words/use-words.ts';
import type { OnDutyView } from './roster-views.ts';

/** Milliseconds between looks. */
const looksEvery = 30_000;

/** Whose shift it is now, and who is not there. */
export function OnNow({ departments }: { readonly departments: readonly string[] }) {
  const { say, of, t } = useWords();
  const departmentName = useDepartmentName();
  const [chosen, setChosen] = useState<string>();
  const department = chosen ?? departments[0];
  const { data } = useQuery({
    queryKey: ['rosters', 'on-now', department],
    queryFn: ({ signal }) => call<Page<OnDutyView>>('GET', `/rosters/on-now?department=${String(department)}`, { signal }),
    enabled: department !== undefined,
    refetchInterval: looksEvery,
  });
  const items = data?.items ?? [];
  const nameOf = usePeople(items.map(({ account }) => account));
  if (department === undefined) return null;
  const choice = (
    <Select
      size="small"
      variant="borderless"
      aria-label={t('department')}
      value={department}
      onChange={setChosen}
      options={departments.map((value) => ({ value, label: departmentName(value) }))}
    />
  );
  return (
    <Card size="small" title={say(rosterWords, 'onNow')} extra={choice}>
      {items.length === 0 && <span className="quiet">{say(rosterWords, 'nobodyOn')}</span>}
      <ul className="lines">
        {items.map(({ account, shift, from, to, away, state, missing }) => (
          <li key={`${account} ${shift}`} className="row-end">
            {nameOf(account)}
            <span className="grow" />
            <span className="figure">
              {from}–{to}
            </span>
            {away && <Tag color="gold">{say(rosterWords, 'away')}</Tag>}
            {missing && <Tag color="red">{say(rosterWords, 'missing')}</Tag>}
            {state && !missing && <Tag color="green">{of(agentStateWords, state)}</Tag>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
