import { Alert, Button, Form } from 'antd';
import { useMemo, useState } from 'react';
import { bodyOf, useOpenApi } from '../api/command-forms.ts';
import { Refusal } from '../api/client.ts';
import type { TicketView } from '../api/views.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { useUser } from '../session/session.tsx';
import { commandWords } from '../words/command-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Uploaded } from './AttachmentsField.tsx';
import { CommandField } from './CommandField.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { departmentsMeant } from './departments-meant.ts';
import { fieldFaults } from './field-faults.ts';

type Values = Readonly<Record<string, unknown>>;
interface Written {
  readonly values: Values;
  /** One attempt at one thing, however often it is sent: a lost answer never makes two. */
  readonly key: string;
  /** The version that the writer had before their eyes. */
  readonly version: number;
}

export interface Sending {
  readonly body: Values;
  readonly key: string;
  readonly version: number;
}

interface CommandFormProps {
  readonly command: string;
  /** What it is for; several tickets at once have no version to be compared. */
  readonly ticket?: TicketView;
  readonly draftKey: string;
  readonly send: (sending: Sending) => Promise<void>;
  readonly onDone: () => void;
}

/** The form of a command, made from the body that the API describes. Nothing written is lost on any refusal. */
export function CommandForm({ command, ticket, draftKey, send, onDone }: CommandFormProps) {
  const words = useWords();
  const { t, of } = words;
  const user = useUser();
  const api = useOpenApi();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setIsBusy] = useState(false);
  const draft = useDraft<Written>(`${user.id}.${draftKey}.${command}`, () => ({
    values: {},
    key: crypto.randomUUID(),
    version: ticket?.version ?? 0,
  }));
  const schema = useMemo(() => (api ? bodyOf(api, command) : {}), [api, command]);
  const among = ticket && departmentsMeant(ticket, command, user);
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([name]) => name !== 'department' || among === undefined || among.length > 1,
  );
  const { values, key, version } = draft.value;
  const hasMovedOn = ticket !== undefined && ticket.version > version;
  const submit = async () => {
    setIsBusy(true);
    setRefusal(undefined);
    try {
      await send({ body: bodyFrom(values), key, version });
      draft.discard();
      onDone();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      form.setFields(fieldFaults(error, words));
      setRefusal(error);
    } finally {
      setIsBusy(false);
    }
  };
  if (!api) return null;
  return (
    <Form
      form={form}
      layout="vertical"
      size="middle"
      initialValues={values}
      onValuesChange={(_, all) => draft.set({ ...draft.value, values: all })}
      onFinish={() => void submit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
      }}
      aria-label={of(commandWords, command)}
    >
      {draft.wasFound && Object.keys(values).length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('draftFound')}
          style={{ marginBottom: 12 }}
          action={
            <Button
              onClick={() => {
                draft.discard();
                form.resetFields();
                form.setFieldsValue(Object.fromEntries(Object.keys(values).map((name) => [name, undefined])));
              }}
            >
              {t('discardDraft')}
            </Button>
          }
        />
      )}
      {hasMovedOn && (
        <ConflictNotice ticket={ticket} since={version} onSeen={() => draft.set({ ...draft.value, version: ticket.version })} />
      )}
      {fields.map(([name, field]) => (
        <CommandField
          key={name}
          command={command}
          name={name}
          schema={field}
          required={(schema.required ?? []).includes(name) || (name === 'department' && (among?.length ?? 0) > 1)}
          {...(name === 'department' && among ? { departments: among } : {})}
        />
      ))}
      {refusal && (
        <Alert
          type={refusal.isPassing ? 'warning' : 'error'}
          showIcon
          role="alert"
          title={words.problem(refusal.code)}
          style={{ marginBottom: 12 }}
        />
      )}
      <Button type="primary" htmlType="submit" loading={isBusy} disabled={hasMovedOn}>
        {of(commandWords, command)}
      </Button>
    </Form>
  );
}

/** What is sent: nothing empty, and of attachments their ids. */
function bodyFrom(values: Values): Values {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(
    given.map(([name, value]) => [name, name === 'attachments' ? (value as readonly Uploaded[]).map(({ id }) => id) : value]),
  );
}
