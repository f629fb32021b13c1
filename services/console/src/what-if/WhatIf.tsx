import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress, Typography } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { call, Refusal } from '../api/client.ts';
import { Computed } from '../dashboards/Computed.tsx';
import { duration } from '../look/duration.ts';
import { whatIfWords } from '../words/what-if-words.ts';
import { useWords } from '../words/use-words.ts';
import { ClockOutcome } from './ClockOutcome.tsx';
import { RouteOutcome } from './RouteOutcome.tsx';
import { TryForm, type Tried } from './TryForm.tsx';
import { useWhatIf, type WhatIfView } from './what-if-view.ts';

/** Another rule over what really came: chosen, under way, and what would have come of it. Which comparison it is stands in the address. */
export function WhatIf() {
  const { problem, say } = useWords();
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [refused, setRefused] = useState<string>();
  const id = search.get('run') ?? undefined;
  const run = useWhatIf(id);
  const ask = async (method: 'POST' | 'DELETE', path: string, body?: Tried) => {
    setRefused(undefined);
    try {
      const begun = await call<WhatIfView>(method, `/reports/what-if${path}`, body === undefined ? {} : { body });
      client.setQueryData(['what-if', begun.id], begun);
      setSearch({ run: begun.id }, { replace: true });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefused(error.code);
    }
  };
  const isRunning = run.data?.state === 'running';
  return (
    <div className="stack">
      <Typography.Paragraph style={{ margin: 0 }}>{say(whatIfWords, 'lead')}</Typography.Paragraph>
      <TryForm isBusy={isRunning} onTry={(tried) => ask('POST', '', tried)} />
      {refused !== undefined && <Alert type="error" showIcon role="alert" title={problem(refused)} />}
      {run.error && id !== undefined && <Alert type="info" showIcon title={say(whatIfWords, 'gone')} />}
      {run.data && <Outcome run={run.data} onCancel={() => ask('DELETE', `/${run.data.id}`)} />}
    </div>
  );
}

function Outcome({ run, onCancel }: { readonly run: WhatIfView; readonly onCancel: () => Promise<void> }) {
  const words = useWords();
  const { of, say } = words;
  const { state, progress, seconds, clocks, routes } = run;
  if (state === 'running') {
    const { done, total } = progress;
    const text = total === 0 ? say(whatIfWords, 'starting') : say(whatIfWords, 'running', { a: done, n: total }); // prettier-ignore
    return (
      <div className="row-end" role="status">
        <Progress style={{ maxWidth: 420 }} percent={total === 0 ? 0 : Math.floor((done / total) * 100)} aria-label={text} />
        <span className="figure">{text}</span>
        <Button onClick={() => void onCancel()}>{say(whatIfWords, 'cancel')}</Button>
      </div>
    );
  }
  if (state !== 'done') return <Alert type="warning" showIcon title={of(whatIfWords, state)} />;
  const took = say(whatIfWords, 'done', { t: duration(seconds ?? 0, words) });
  return (
    <div className="stack">
      <div className="row-end" role="status">
        <strong>{took}</strong> <Computed asOf={run.asOf} position={run.position} />
      </div>
      {clocks && <ClockOutcome run={run.id} clocks={clocks} />}
      {routes && <RouteOutcome routes={routes} />}
    </div>
  );
}
