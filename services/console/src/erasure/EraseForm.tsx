import { Alert, Button, Form, Input } from 'antd';
import { erasureWords } from '../words/erasure-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Subject } from './erasure-view.ts';
import { GroundFields } from './GroundFields.tsx';
import { useGroundedCall, type Grounded } from './use-grounded-call.ts';

/** Codes of the API's `OrderErasure`. */
const grounds = ['person-request', 'consent-withdrawn', 'retention-over', 'unlawful', 'court-order'];

/** What cannot be undone says first what it does, and is confirmed by writing again whose it is. */
export function EraseForm({ subject, keys }: { readonly subject: Subject; readonly keys: number }) {
  const { t, problem, say } = useWords();
  const { form, isBusy, refused, send } = useGroundedCall(subject);
  const what = say(erasureWords, subject.of);
  const isTheSame = (_: unknown, given: string | undefined) =>
    given?.trim() === subject.id ? Promise.resolve() : Promise.reject(new Error(say(erasureWords, 'notTheSame')));
  return (
    <Form<Grounded> name="erase" form={form} layout="vertical" size="middle" onFinish={(given) => void send('/erasures', given)}>
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 12 }}
        title={say(erasureWords, 'eraseTitle')}
        description={
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            <li>{say(erasureWords, 'willDestroy', { n: keys })}</li>
            <li>{say(erasureWords, 'willAlsoDestroy')}</li>
            <li>{say(erasureWords, 'willKeep')}</li>
          </ul>
        }
      />
      <GroundFields grounds={grounds} />
      <Form.Item
        name="again"
        label={say(erasureWords, 'confirm', { what })}
        rules={[{ required: true, message: t('required') }, { validator: isTheSame }]}
      >
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      {refused !== undefined && (
        <Alert type="error" showIcon role="alert" title={problem(refused)} style={{ marginBottom: 12 }} />
      )}
      <Button danger type="primary" htmlType="submit" loading={isBusy}>
        {say(erasureWords, 'erase')}
      </Button>
    </Form>
  );
}
