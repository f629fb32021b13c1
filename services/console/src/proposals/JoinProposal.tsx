import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, Select } from 'antd';
import { useState } from 'react';
import { call, codeOf, query, Refusal } from '../api/client.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import type { Page } from '../api/views.ts';
import { useInWords } from '../look/use-in-words.ts';
import { useLater } from '../look/use-later.ts';
import { proposalWords } from '../words/proposal-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedProposal } from './proposal-views.ts';

/** The same was asked for before: one more caller joins what is under way. */
export function JoinProposal({ ticket }: { readonly ticket: string }) {
  const { t, say, problem } = useWords();
  const client = useQueryClient();
  const inWords = useInWords();
  const [isOpen, setIsOpen] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [typed, setTyped] = useState('');
  const q = useLater(typed.trim(), 300);
  const found = useQuery({
    queryKey: ['proposals', 'to join', q],
    queryFn: ({ signal }) => {
      const asked = { open: true, limit: 50, q: q === '' ? undefined : q };
      return call<Page<ListedProposal>>('GET', `/proposals${query(asked)}`, { signal });
    },
    enabled: isOpen,
    placeholderData: (before) => before,
  });
  const join = async ({ proposal }: { proposal: string }) => {
    try {
      await call('POST', `/proposals/${proposal}/join`, { body: { tickets: [ticket] } });
      setIsOpen(false);
      await refreshSoon(client, ['proposals']);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error.code);
    }
  };
  const title = say(proposalWords, 'joinOne');
  return (
    <>
      <Button onClick={() => (setRefusal(undefined), setIsOpen(true))}>{title}</Button>
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} title={title} size={520} destroyOnHidden>
        <Form<{ proposal: string }> layout="vertical" aria-label={title} onFinish={(values) => void join(values)}>
          <Form.Item name="proposal" label={say(proposalWords, 'which')} rules={[{ required: true, message: t('required') }]}>
            <Select
              showSearch={{ filterOption: false, onSearch: setTyped }}
              loading={found.isFetching}
              options={(found.data?.items ?? []).map(({ id, title: named }) => ({ value: id, label: inWords(named) ?? id }))}
            />
          </Form.Item>
          {found.error && <Alert type="warning" showIcon role="alert" title={problem(codeOf(found.error))} />}
          {refusal && <Alert type="error" showIcon role="alert" title={problem(refusal)} style={{ marginBottom: 12 }} />}
          <Button type="primary" htmlType="submit">
            {title}
          </Button>
        </Form>
      </Drawer>
    </>
  );
}
