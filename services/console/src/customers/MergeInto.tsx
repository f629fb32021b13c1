import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { call, Refusal } from '../api/client.ts';
import type { CustomerView } from '../api/people-views.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import { customerWords } from '../words/customer-words.ts';
import { useWords } from '../words/use-words.ts';
import { useCandidates } from './use-candidates.ts';
import { useLabelOf } from './use-label-of.ts';

interface Written {
  readonly into: string;
  readonly reason: string;
}

/** Found to be the same as another customer, who is looked for by number, address or name unless it is known who it is. */
export function MergeInto({ customer, into }: { readonly customer: CustomerView; readonly into?: CustomerView }) {
  const { t, say, problem } = useWords();
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [key, setKey] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const found = useCandidates(search, isOpen && into === undefined).filter(({ id }) => id !== customer.id);
  const labelOf = useLabelOf();
  const options = (into === undefined ? found : [into]).map((one) => ({ value: one.id, label: labelOf(one) }));
  const open = () => {
    setRefusal(undefined);
    setKey(crypto.randomUUID());
    setIsOpen(true);
  };
  const merge = async (body: Written) => {
    try {
      await call('POST', `/customers/${customer.id}/merge`, { body, headers: { 'idempotency-key': key } });
      setIsOpen(false);
      await refreshSoon(client, ['customers']);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error.code);
    }
  };
  const title = say(customerWords, into === undefined ? 'merge' : 'mergeHere');
  return (
    <>
      <Button onClick={open}>{title}</Button>
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} title={title} size={520} destroyOnHidden>
        <p>{say(customerWords, 'mergeLead')}</p>
        <Form<Written>
          layout="vertical"
          aria-label={title}
          initialValues={into === undefined ? {} : { into: into.id }}
          onFinish={(written) => void merge(written)}
        >
          <Form.Item name="into" label={say(customerWords, 'into')} rules={[{ required: true, message: t('required') }]}>
            <Select
              showSearch={{ filterOption: false, onSearch: setSearch }}
              placeholder={say(customerWords, 'searchInto')}
              options={options}
            />
          </Form.Item>
          <Form.Item name="reason" label={say(customerWords, 'reason')} rules={[{ required: true, message: t('required') }]}>
            <Input.TextArea maxLength={2_000} rows={2} />
          </Form.Item>
          {refusal && <Alert type="error" showIcon role="alert" title={problem(refusal)} style={{ marginBottom: 12 }} />}
          <Button type="primary" htmlType="submit">
            {title}
          </Button>
        </Form>
      </Drawer>
    </>
  );
}
