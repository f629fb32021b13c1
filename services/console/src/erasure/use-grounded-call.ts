import { useQueryClient } from '@tanstack/react-query';
import { App, Form } from 'antd';
import { useState } from 'react';
import { call, Refusal } from '../api/client.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import { fieldFaults } from '../commands/field-faults.ts';
import { erasureWords } from '../words/erasure-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Subject } from './erasure-view.ts';

export interface Grounded {
  readonly ground?: string;
  readonly reason?: string;
  readonly reference?: string;
}

/** A call about a person's data: what is wrong stands at its field, what the rules refuse above the button. */
export function useGroundedCall({ of, id }: Subject) {
  const words = useWords();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Grounded>();
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const send = async (path: string, { ground, reason, reference }: Grounded) => {
    setIsBusy(true);
    setRefused(undefined);
    try {
      await call('POST', path, { body: { [of]: id, ground, reason, ...(reference ? { reference } : {}) } });
      form.resetFields();
      void message.success(words.say(erasureWords, 'done'));
      await refreshSoon(client, ['erasures']);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      form.setFields(fieldFaults(error, words) as never);
      setRefused(error.code);
    } finally {
      setIsBusy(false);
    }
  };
  return { form, isBusy, refused, send };
}
