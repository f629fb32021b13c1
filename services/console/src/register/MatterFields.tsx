import { Checkbox, Collapse, DatePicker, Form, Input, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { kinds, levels } from '@ledgerline/contracts/words';
import { AttachmentsField } from '../commands/AttachmentsField.tsx';
import { DepartmentsField, ItemField } from '../commands/choice-fields.tsx';
import { kindWords, levelWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import './register.css';

/** The matter itself, and behind a fold what few matters need. */
export function MatterFields() {
  const { t, of } = useWords();
  const required = [{ required: true, message: t('required') }];
  const written = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <>
      <Form.Item name="subject" label={t('subject')} rules={written}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="description" label={t('description')} rules={written}>
        <Input.TextArea rows={5} className="grows" maxLength={20_000} />
      </Form.Item>
      <div className="fields">
        <Form.Item name="kind" label={t('kind')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={kinds.map((value) => ({ value, label: of(kindWords, value) }))}
          />
        </Form.Item>
        <Form.Item name="item" label={t('item')} rules={required}>
          <ItemField />
        </Form.Item>
      </div>
      <Form.Item name="level" label={t('level')} rules={required}>
        <Segmented options={levels.map((value) => ({ value, label: of(levelWords, value) }))} />
      </Form.Item>
      <Form.Item name="attachments" label={t('attachments')}>
        <AttachmentsField />
      </Form.Item>
      <Collapse ghost size="small" items={[{ key: 'more', label: t('more'), forceRender: true, children: <MoreFields /> }]} />
    </>
  );
}

function MoreFields() {
  const { t } = useWords();
  return (
    <div className="fields">
      <Form.Item name={['location', 'address']} label={t('address')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name={['location', 'district']} label={t('district')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="product" label={t('product_')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={['about', 'department']} label={t('about')}>
        <DepartmentsField />
      </Form.Item>
      <Form.Item name={['about', 'person']} label={t('aboutPerson')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="occurredAt"
        label={t('occurredAt')}
        getValueProps={(value: string | undefined) => ({ value: value ? dayjs(value) : undefined })}
        normalize={(value: dayjs.Dayjs | null) => value?.toISOString()}
      >
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" maxDate={dayjs()} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="callId" label={t('callId')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="confidential" valuePropName="checked" label=" " colon={false}>
        <Checkbox>{t('confidential')}</Checkbox>
      </Form.Item>
      <Form.Item name="parent" valuePropName="checked" label=" " colon={false}>
        <Checkbox>{t('parent')}</Checkbox>
      </Form.Item>
    </div>
  );
}
