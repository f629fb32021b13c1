import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Upload } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { campaignWords } from '../words/campaign-words.ts';
import { lateWords } from '../words/late-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedCalls } from './campaign-views.ts';

/** Puts customers, callers of tickets, or a table of numbers onto the list; who is not put there is told with the reason. */
export function AddCalls({ id }: { readonly id: string }) {
  const { say } = useWords();
  const [told, setTold] = useState<ListedCalls>();
  const upload = useAct(
    async (body: File) =>
      setTold(await call<ListedCalls>('POST', `/campaigns/${id}/calls`, { body, headers: { 'content-type': 'text/csv' } })),
    ['campaigns'],
  );
  return (
    <Card size="small" title={say(campaignWords, 'addCalls')}>
      <span className="row-end">
        <ActionButton
          operation="/campaigns/{id}/calls"
          id={id}
          title={say(campaignWords, 'addKnown')}
          refresh={['campaigns']}
          onDone={(reply) => setTold(reply as unknown as ListedCalls)}
        />
        <Upload accept=".csv,text/csv" maxCount={1} fileList={[]} beforeUpload={(file) => (upload.mutate(file), false)}>
          <Button icon={<UploadOutlined />} loading={upload.isPending}>
            {say(campaignWords, 'uploadTable')}
          </Button>
        </Upload>
        <span className="quiet">{say(campaignWords, 'tableForm')}</span>
      </span>
      {told && <Told told={told} />}
    </Card>
  );
}

/** Reasons that are told at most: a table has thousands of rows. */
const mostTold = 50;

function Told({ told }: { readonly told: ListedCalls }) {
  const { t, say, problem } = useWords();
  const { rows, listed, already, refused, items } = told;
  const why = (code = '') => (/^csv-/.test(code) ? say(lateWords, 'brokenRow') : problem(code));
  const reasons = items.filter(({ status }) => status === 'refused').slice(0, mostTold);
  return (
    <Alert
      role="status"
      type={refused > 0 ? 'warning' : 'success'}
      showIcon
      style={{ marginTop: 12 }}
      title={say(campaignWords, 'told', { rows, listed, already, refused })}
      description={
        reasons.length > 0 && (
          <ul style={{ margin: 0, paddingInlineStart: 16 }}>
            {reasons.map(({ line, code }, place) => (
              <li key={place}>
                {say(campaignWords, 'line', { n: line })}
                {t('colon')}
                {why(code)}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
