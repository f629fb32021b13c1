import { Alert, Button, Form } from 'antd';
import { erasureWords } from '../words/erasure-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Subject } from './erasure-view.ts';
import { GroundFields } from './GroundFields.tsx';
import { useGroundedCall, type Grounded } from './use-grounded-call.ts';

/** Codes of the API's `LegalHold`. */
const grounds = ['litigation', 'investigation', 'audit', 'statutory-retention'];

/** A hold is placed and released with a ground; as many as were placed have to be released. */
export function HoldForm({ subject, holds }: { readonly subject: Subject; readonly holds: number }) {
  const { problem, say } = useWords();
  const { form, isBusy, refused, send } = useGroundedCall(subject);
  const release = () =>
    void form.validateFields().then(
      (given) => send('/legal-holds/release', given),
      () => undefined,
    );
  return (
    <Form<Grounded>
      name="hold"
      form={form}
      layout="vertical"
      size="middle"
      onFinish={(given) => void send('/legal-holds', given)}
    >
      <p style={{ marginTop: 0 }}>{say(erasureWords, 'placeLead')}</p>
      <GroundFields grounds={grounds} />
      {refused !== undefined && (
        <Alert type="error" showIcon role="alert" title={problem(refused)} style={{ marginBottom: 12 }} />
      )}
      <span className="row-end">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {say(erasureWords, 'placeHold')}
        </Button>
        {holds > 0 && (
          <Button loading={isBusy} onClick={release}>
            {say(erasureWords, 'releaseHold')}
          </Button>
        )}
      </span>
    </Form>
  );
}
