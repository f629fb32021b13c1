import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { call, Refusal } from '../api/client.ts';
import type { SurgeView } from '../api/people-views.ts';
import { forEachOne } from '../api/one-by-one.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import { fieldFaults } from '../commands/field-faults.ts';
import { useWords } from '../words/use-words.ts';

/** Every ticket of a burst under one parent event, each by a command of its own; then the burst is dealt with. */
export function AttachAll({ surge: { id, tickets } }: { readonly surge: SurgeView }) {
  const words = useWords();
  const { t } = words;
  const client = useQueryClient();
  const [form] = Form.useForm<{ event: string }>();
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const attach = async ({ event }: { event: string }) => {
    setIsBusy(true);
    try {
      const found = await forEachOne(tickets, (ticket) =>
        call('POST', `/tickets/${ticket}/attach-to-event`, { body: { event: event.trim() } }),
      );
      const codes = found.map(({ code }) => code);
      if (codes.length < tickets.length) await call('POST', `/surges/${id}/acknowledge`, { body: { event: event.trim() } });
      setRefused(codes);
      if (codes.length === 0) setIsOpen(false);
      await refreshSoon(client, ['surges', 'tickets']);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const faults = fieldFaults(error, words);
      form.setFields((faults.length > 0 ? faults : [{ name: 'event', errors: [words.problem(error.code)] }]) as never);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('attachAll')}</Button>
      <Modal
        open={isOpen}
        title={t('attachAll')}
        onCancel={() => setIsOpen(false)}
        onOk={() => form.submit()}
        okText={t('attachAll')}
        cancelText={t('cancel')}
        confirmLoading={isBusy}
      >
        <Form form={form} layout="vertical" onFinish={(values) => void attach(values)}>
          <Form.Item name="event" label={t('parentNumber')} rules={[{ required: true, message: t('required') }]}>
            <Input maxLength={64} autoComplete="off" />
          </Form.Item>
        </Form>
        {refused.length > 0 && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={t('bulkRefused', { n: refused.length })}
            description={[...new Set(refused)].map(words.problem).join(words.t('semicolon'))}
          />
        )}
      </Modal>
    </>
  );
}
