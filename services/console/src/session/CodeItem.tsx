import { Form, Input } from 'antd';
import { useWords } from '../words/use-words.ts';

/** Six digits of the app, or one of the recovery codes. */
export function CodeItem() {
  const { t } = useWords();
  return (
    <Form.Item name="code" label={t('oneTimeCode')} rules={[{ required: true, message: t('required') }]}>
      <Input autoComplete="one-time-code" inputMode="text" maxLength={40} spellCheck={false} />
    </Form.Item>
  );
}
