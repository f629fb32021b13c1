import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, Skeleton } from 'antd';
import { useState } from 'react';
import { call, codeOf, Refusal } from '../api/client.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import { PageHead } from '../look/PageHead.tsx';
import { undertakingWords } from '../words/undertaking-words.ts';
import { useWords } from '../words/use-words.ts';
import { Signatures } from './Signatures.tsx';
import type { UndertakingsView, UndertakingView } from './undertaking-view.ts';

const refresh = ['undertakings'];
const colors = { missing: 'warning', signed: 'success', expired: 'warning' } as const;

/** R7.2: the confidentiality undertaking, read and signed by everybody for themselves, each year; who has signed, for those who watch. */
export function Page() {
  const { t, problem, say, language } = useWords();
  const { data, error } = useQuery({
    queryKey: refresh,
    queryFn: ({ signal }) => call<UndertakingsView>('GET', '/undertakings', { signal }),
  });
  return (
    <div className="page stack">
      <PageHead title={t('undertaking')} />
      {error && <Alert type="warning" showIcon title={problem(codeOf(error))} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <>
          <Card
            size="small"
            title={say(undertakingWords, 'text')}
            extra={say(undertakingWords, 'edition', { n: data.text.edition })}
          >
            <p className="words" style={{ marginTop: 0 }}>
              {data.text[language]}
            </p>
            <Own own={data.own} edition={data.text.edition} />
          </Card>
          {data.items.length > 0 && <Signatures items={data.items} />}
        </>
      )}
    </div>
  );
}

function Own({ own, edition }: { readonly own: UndertakingView; readonly edition: string }) {
  const { problem, say } = useWords();
  const client = useQueryClient();
  const [isRead, setIsRead] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const sign = async () => {
    setIsBusy(true);
    setRefused(undefined);
    try {
      await call('POST', '/undertakings', { body: { edition } });
      setIsRead(false);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefused(error.code);
    } finally {
      setIsBusy(false);
      await refreshSoon(client, refresh);
    }
  };
  const until = own.state === 'missing' ? '' : own.validUntil.slice(0, 10);
  return (
    <div className="stack">
      <Alert type={colors[own.state]} showIcon role="status" title={say(undertakingWords, own.state, { t: until })} />
      <Checkbox checked={isRead} onChange={({ target }) => setIsRead(target.checked)}>
        {say(undertakingWords, 'read')}
      </Checkbox>
      {refused !== undefined && <Alert type="error" showIcon role="alert" title={problem(refused)} />}
      <span>
        <Button type="primary" size="middle" disabled={!isRead} loading={isBusy} onClick={() => void sign()}>
          {say(undertakingWords, 'sign')}
        </Button>
      </span>
    </div>
  );
}
