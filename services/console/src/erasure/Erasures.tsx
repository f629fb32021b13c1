import { Alert, Button, Card, Descriptions, Form, Input, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { codeOf } from '../api/client.ts';
import { usePeople } from '../api/names.ts';
import { Instant } from '../look/times.tsx';
import { erasureWords, groundWords, refusalReasonWords } from '../words/erasure-words.ts';
import { useWords } from '../words/use-words.ts';
import { EraseForm } from './EraseForm.tsx';
import { useErasure, type ErasureView, type Subject } from './erasure-view.ts';
import { ConfirmForm } from './ConfirmForm.tsx';
import { HoldForm } from './HoldForm.tsx';
import { Waiting } from './Waiting.tsx';

/** Erasing a person, and the legal holds that forbid it. Whose it is stands in the address: the customer's page leads here. */
export function Erasures() {
  const { t, problem, say } = useWords();
  const [search, setSearch] = useSearchParams();
  const of = search.get('of') === 'customer' ? 'customer' : 'ticket';
  const id = search.get('id') ?? '';
  const subject: Subject | undefined = id === '' ? undefined : { of, id };
  const erasure = useErasure(subject);
  const set = (next: Subject) => setSearch({ ...next }, { replace: true });
  return (
    <div className="stack">
      <span>{say(erasureWords, 'lead')}</span>
      <Form
        key={`${of} ${id}`}
        layout="inline"
        size="middle"
        initialValues={{ id }}
        onFinish={(given: { id: string }) => set({ of, id: given.id.trim() })}
      >
        <Form.Item>
          <Segmented<Subject['of']>
            value={of}
            onChange={(value) => set({ of: value, id: '' })}
            options={(['ticket', 'customer'] as const).map((value) => ({ value, label: say(erasureWords, value) }))}
          />
        </Form.Item>
        <Form.Item name="id" rules={[{ required: true, message: t('required') }]}>
          <Input aria-label={say(erasureWords, of)} maxLength={64} style={{ width: 260 }} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {say(erasureWords, 'look')}
        </Button>
      </Form>
      <Waiting />
      {erasure.error && subject && <Alert type="warning" showIcon role="alert" title={problem(codeOf(erasure.error))} />}
      {erasure.data && subject && <OfSubject key={`${of} ${id}`} subject={subject} view={erasure.data} />}
    </div>
  );
}

function OfSubject({ subject, view }: { readonly subject: Subject; readonly view: ErasureView }) {
  const { of, say } = useWords();
  const { state, holds, keys, ground, reference, orderedAt, orderedBy, requestedAt, requestedBy, expiresAt, refused } = view;
  const nameOf = usePeople([orderedBy ?? undefined, requestedBy ?? undefined, refused?.by]);
  const known: readonly (readonly [string, React.ReactNode])[] = [
    [say(erasureWords, 'state'), say(erasureWords, state)],
    [say(erasureWords, 'holds'), holds === 0 ? say(erasureWords, 'noHolds') : say(erasureWords, 'holdsCount', { n: holds })],
    [say(erasureWords, 'keys'), say(erasureWords, 'keysCount', { n: keys.length })],
    [say(erasureWords, 'ground'), ground && of(groundWords, ground)],
    [say(erasureWords, 'reference'), reference],
    [say(erasureWords, 'requestedAt'), requestedAt && <Instant at={requestedAt} />],
    [say(erasureWords, 'requestedBy'), requestedBy && nameOf(requestedBy)],
    [say(erasureWords, 'expiresAt'), expiresAt && <Instant at={expiresAt} />],
    [
      say(erasureWords, 'refused'),
      refused && state === 'none' && (
        <>
          {of(refusalReasonWords, refused.reason)} · {nameOf(refused.by)} · <Instant at={refused.at} />
        </>
      ),
    ],
    [say(erasureWords, 'orderedAt'), orderedAt && <Instant at={orderedAt} />],
    [say(erasureWords, 'orderedBy'), orderedBy && nameOf(orderedBy)],
  ];
  const items = known
    .filter(([, value]) => value !== null && value !== false && value !== '')
    .map(([label, children]) => ({ key: label, label, children }));
  return (
    <div className="boards">
      <Card size="small" title={`${say(erasureWords, subject.of)} ${subject.id}`}>
        <Descriptions column={1} size="small" items={items} />
      </Card>
      {state === 'requested' && (
        <Card size="small" title={say(erasureWords, 'second')}>
          {holds > 0 ? (
            <Alert type="info" showIcon title={say(erasureWords, 'underHold')} />
          ) : (
            <ConfirmForm subject={subject} view={view} />
          )}
        </Card>
      )}
      {state === 'none' && (
        <>
          <Card size="small" title={say(erasureWords, 'erase')}>
            {holds > 0 ? (
              <Alert type="info" showIcon title={say(erasureWords, 'underHold')} />
            ) : (
              <EraseForm subject={subject} keys={keys.length} />
            )}
          </Card>
          <Card size="small" title={say(erasureWords, 'holds')}>
            <HoldForm subject={subject} holds={holds} />
          </Card>
        </>
      )}
    </div>
  );
}
