import { Form, Input, Select } from 'antd';
import { erasureWords, groundWords } from '../words/erasure-words.ts';
import { useWords } from '../words/use-words.ts';

/** Why, by a code and a file number: free text could name the person, and would have to be erased too. */
export function GroundFields({ grounds }: { readonly grounds: readonly string[] }) {
  const { t, of, say } = useWords();
  return (
    <>
      <Form.Item name="ground" label={say(erasureWords, 'ground')} rules={[{ required: true, message: t('required') }]}>
        <Select options={grounds.map((value) => ({ value, label: of(groundWords, value) }))} />
      </Form.Item>
      <Form.Item name="reference" label={say(erasureWords, 'reference')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </>
  );
}
