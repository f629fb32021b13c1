import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Select, Statistic } from 'antd';
import { useState } from 'react';
import { call, codeOf, query } from '../api/client.ts';
import { useSites } from '../api/ticket-queries.ts';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { agentStateWords, telephonyWords } from '../words/telephony-words.ts';
import { useWords } from '../words/use-words.ts';
import { AgentTable } from './AgentTable.tsx';
import { QueueTable } from './QueueTable.tsx';
import type { WallboardView } from './wallboard-views.ts';

/** Milliseconds between looks: the server makes one board in two seconds for everybody. */
const looksEvery = 3_000;

/** R12: calls that wait, agents by state, and the day so far. */
export function Page() {
  const { t, of, say, problem } = useWords();
  const sites = useSites();
  const [site, setSite] = useState<string | undefined>();
  const { data, error } = useQuery({
    queryKey: ['wallboard', site],
    queryFn: ({ signal }) => call<WallboardView>('GET', `/wallboard${query({ site })}`, { signal }),
    refetchInterval: looksEvery,
    placeholderData: (before) => before,
  });
  return (
    <div className="page stack">
      <PageHead title={t('wallboard')}>
        {data && <Instant at={data.asOf} seconds />}
        {sites.length > 1 && (
          <Select
            allowClear
            style={{ minWidth: 140 }}
            aria-label={say(telephonyWords, 'site')}
            placeholder={say(telephonyWords, 'site')}
            value={site}
            onChange={setSite}
            options={sites.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </PageHead>
      {error && <Alert type="warning" showIcon title={problem(codeOf(error))} />}
      {data && (
        <>
          <Card size="small" title={say(telephonyWords, 'queues')}>
            <QueueTable board={data} />
          </Card>
          <Card size="small" title={say(telephonyWords, 'agents')}>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 32, marginBottom: 12 }}>
              {Object.keys(agentStateWords).map((state) => (
                <Statistic key={state} title={of(agentStateWords, state)} value={data.states[state] ?? 0} />
              ))}
              <Statistic title={say(telephonyWords, 'talking')} value={data.states['onCall'] ?? 0} />
            </div>
            <AgentTable agents={data.agents} />
          </Card>
        </>
      )}
    </div>
  );
}
