import { Alert, Button, Form, Select } from 'antd';
import { useUser } from '../session/session.tsx';
import { erasureWords, refusalReasonWords } from '../words/erasure-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ErasureView, Subject } from './erasure-view.ts';
import { useGroundedCall, type Grounded } from './use-grounded-call.ts';

interface ConfirmFormProps {
  readonly subject: Subject;
  readonly view: ErasureView;
}

/** What the second person does with a request; whoever asked may take it back, and no more. */
export function ConfirmForm({ subject, view: { requestedBy, keys } }: ConfirmFormProps) {
  const { t, problem, of, say } = useWords();
  const user = useUser();
  const { form, isBusy, refused, send } = useGroundedCall(subject);
  const isOwn = requestedBy === user.id;
  const reasons = Object.keys(refusalReasonWords).filter((reason) => (reason === 'withdrawn') === isOwn);
  return (
    <Form<Grounded>
      name="confirm"
      form={form}
      layout="vertical"
      size="middle"
      onFinish={(given) => void send('/erasures/refuse', given)}
    >
      <Alert
        type={isOwn ? 'info' : 'warning'}
        showIcon
        style={{ marginBottom: 12 }}
        title={say(erasureWords, isOwn ? 'waitsForAnother' : 'eraseTitle')}
        description={isOwn ? undefined : say(erasureWords, 'willDestroy', { n: keys.length })}
      />
      {refused !== undefined && (
        <Alert type="error" showIcon role="alert" title={problem(refused)} style={{ marginBottom: 12 }} />
      )}
      {!isOwn && (
        <Button danger type="primary" loading={isBusy} onClick={() => void send('/erasures/confirm', {})}>
          {say(erasureWords, 'confirmRequest')}
        </Button>
      )}
      <Form.Item
        name="reason"
        label={say(erasureWords, 'refusalReason')}
        rules={[{ required: true, message: t('required') }]}
        style={{ marginTop: 12 }}
      >
        <Select options={reasons.map((value) => ({ value, label: of(refusalReasonWords, value) }))} />
      </Form.Item>
      <Button htmlType="submit" loading={isBusy}>
        {say(erasureWords, isOwn ? 'withdrawRequest' : 'refuseRequest')}
      </Button>
    </Form>
  );
}
