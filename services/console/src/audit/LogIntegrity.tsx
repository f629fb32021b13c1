import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Progress, Typography } from 'antd';
import { useState } from 'react';
import { call, query, Refusal } from '../api/client.ts';
import { Instant } from '../look/times.tsx';
import { auditWords } from '../words/audit-words.ts';
import { useWords } from '../words/use-words.ts';
import { Checkpoints } from './Checkpoints.tsx';

/** `GET /audit/verify`: how far a verification is, or what came of it. */
interface Verification {
  readonly state: 'running' | 'done' | 'failed';
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly commits: number;
  readonly total: number;
  readonly whole?: boolean;
  readonly events?: number;
  readonly streams?: number;
  readonly digest?: string;
  readonly signed?: { readonly checkpoints: number; readonly commits: number };
  readonly fault?: Readonly<Record<string, unknown>> | null;
  readonly failure?: string;
}

/** Seconds for which what was found is still told; a person asks for a new verification. */
const toldFor = 86_400;
const key = ['audit', 'verify'];

/** Whether the log is what it was: verified when somebody asks, and signed as it grows. */
export function LogIntegrity() {
  return (
    <div className="stack">
      <Verify />
      <Checkpoints />
    </div>
  );
}

/** Nothing begins by looking at this page: a verification reads the whole log. */
function Verify() {
  const { problem, say } = useWords();
  const client = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const [refused, setRefused] = useState<string>();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<Verification>('GET', `/audit/verify${query({ maxAge: toldFor, wait: 1 })}`, { signal }),
    enabled: isAsked,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
    refetchOnWindowFocus: false,
  });
  const begin = async () => {
    setRefused(undefined);
    try {
      client.setQueryData(key, await call<Verification>('GET', `/audit/verify${query({ maxAge: 0, wait: 0 })}`));
      setIsAsked(true);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefused(error.code);
    }
  };
  const isRunning = data?.state === 'running';
  return (
    <Card size="small" title={say(auditWords, 'verify')}>
      <div className="stack">
        <span>{say(auditWords, 'verifyLead')}</span>
        <span>
          <Button type="primary" loading={isRunning} onClick={() => void begin()}>
            {say(auditWords, 'verify')}
          </Button>
        </span>
        {refused !== undefined && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={refused === 'log-not-kept' ? say(auditWords, 'inMemory') : problem(refused)}
          />
        )}
        {data && (isRunning ? <Running verification={data} /> : <Told verification={data} />)}
      </div>
    </Card>
  );
}

function Running({ verification: { commits, total } }: { readonly verification: Verification }) {
  const { say } = useWords();
  const text = say(auditWords, 'verifying', { a: commits, n: total });
  return (
    <div role="status">
      <Progress percent={total === 0 ? 0 : Math.floor((commits / total) * 100)} aria-label={text} style={{ maxWidth: 420 }} />{' '}
      <span className="figure">{text}</span>
    </div>
  );
}

function Told({ verification }: { readonly verification: Verification }) {
  const { say } = useWords();
  const { state, whole = false, commits, events = 0, streams = 0, signed, digest, fault, failure, finishedAt } = verification;
  const word = state === 'failed' ? 'verifyFailed' : whole ? 'whole' : 'notWhole';
  return (
    <Alert
      role="status"
      type={whole ? 'success' : 'error'}
      showIcon
      title={say(auditWords, word)}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          <li>{say(auditWords, 'checkedUpTo', { c: commits, e: events, s: streams })}</li>
          {signed && <li>{say(auditWords, 'signedUpTo', { k: signed.checkpoints, c: signed.commits })}</li>}
          <li>
            {say(auditWords, 'finishedAt')} <Instant at={finishedAt} seconds />
          </li>
          {digest !== undefined && (
            <li>
              {say(auditWords, 'digest')}{' '}
              <Typography.Text code copyable>
                {digest}
              </Typography.Text>
            </li>
          )}
          {fault && (
            <li>
              {say(auditWords, 'fault')} <code>{JSON.stringify(fault)}</code>
            </li>
          )}
          {failure !== undefined && <li>{failure}</li>}
        </ul>
      }
    />
  );
}
