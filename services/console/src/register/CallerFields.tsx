import { Checkbox, Form, Input, Select } from 'antd';
import { ticketChannels } from '@ledgerline/contracts/words';
import { channelWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

/** The number comes first: by it the caller is recognised. */
export function CallerFields() {
  const { t, of } = useWords();
  return (
    <div className="fields">
      <Form.Item name={['caller', 'phone']} label={t('phone')}>
        <Input type="tel" autoFocus autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name={['caller', 'name']} label={t('name')}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name={['caller', 'email']} label={t('email')}>
        <Input type="email" autoComplete="off" maxLength={254} />
      </Form.Item>
      <Form.Item name="channel" label={t('channel')}>
        <Select options={ticketChannels.map((value) => ({ value, label: of(channelWords, value) }))} />
      </Form.Item>
      <Form.Item name={['caller', 'anonymous']} valuePropName="checked" label=" " colon={false}>
        <Checkbox>{t('anonymous')}</Checkbox>
      </Form.Item>
    </div>
  );
}
