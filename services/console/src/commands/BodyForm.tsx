import { Alert, Button, Form } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { BodySchema } from '../api/command-forms.ts';
import { Refusal } from '../api/client.ts';
import type { Draft } from '../drafts/use-draft.ts';
import { useWords } from '../words/use-words.ts';
import type { Uploaded } from './AttachmentsField.tsx';
import { CommandField, type Among } from './CommandField.tsx';
import { fieldFaults } from './field-faults.ts';

export type Values = Readonly<Record<string, unknown>>;
export interface Written {
  readonly values: Values;
  /** One attempt at one thing, however often it is sent: a lost answer never makes two. */
  readonly key: string;
}

interface BodyFormProps<Kept extends Written> {
  /** By which fields find words of their own: `name.member`. */
  readonly name: string;
  readonly title: string;
  readonly schema: BodySchema;
  readonly draft: Draft<Kept>;
  readonly send: (body: Values, kept: Kept) => Promise<void>;
  readonly onDone: () => void;
  /** Members that are not asked for. */
  readonly without?: readonly string[];
  /** Members that have to be given here, whatever the body says. */
  readonly needed?: readonly string[];
  /** Departments among which one can choose; all unless given. */
  readonly departments?: readonly string[];
  /** Of a member's words those that are meant here; all unless given. */
  readonly among?: Among;
  /** Something has to be looked at before it can be sent. */
  readonly notice?: ReactNode;
}

/** A form made from a body as the API describes it. Nothing written is lost on any refusal; what is wrong is said at its field. */
export function BodyForm<Kept extends Written>(props: BodyFormProps<Kept>) {
  const { name, title, schema, draft, send, onDone, without = [], needed = [], departments, among, notice } = props;
  const words = useWords();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setIsBusy] = useState(false);
  const { values, key } = draft.value;
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    // Another attempt begins with its own values: what the fields hold is what is sent.
    form.resetFields();
  }, [form, key]);
  const fields = Object.entries(schema.properties ?? {}).filter(([member]) => !without.includes(member));
  const required = [...(schema.required ?? []), ...needed];
  const submit = async () => {
    setIsBusy(true);
    setRefusal(undefined);
    try {
      await send(bodyFrom(values, schema), draft.value);
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
  return (
    <Form
      form={form}
      layout="vertical"
      size="middle"
      initialValues={values}
      onValuesChange={(_, all) => draft.set({ ...draft.value, values: { ...values, ...all } })}
      onFinish={() => void submit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
      }}
      aria-label={title}
    >
      {draft.wasFound && Object.keys(values).length > 0 && (
        <Alert
          type="info"
          showIcon
          title={words.t('draftFound')}
          style={{ marginBottom: 12 }}
          action={<Button onClick={draft.discard}>{words.t('discardDraft')}</Button>}
        />
      )}
      {notice}
      {fields.map(([member, field]) => (
        <CommandField
          key={member}
          command={name}
          name={member}
          schema={field}
          required={required.includes(member)}
          {...(member === 'department' && departments ? { departments } : {})}
          {...(among?.[member] ? { choices: among[member] } : {})}
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
      <Button type="primary" htmlType="submit" loading={isBusy} disabled={Boolean(notice)}>
        {title}
      </Button>
    </Form>
  );
}

/** What is sent: nothing empty, of attachments their ids; of what has to be there, a box that was not ticked says no, and a body may have nothing in it. */
function bodyFrom(values: Values, { properties = {}, required = [] }: BodySchema): Values {
  const needed = required.flatMap((name): readonly (readonly [string, unknown])[] => {
    if (properties[name]?.type === 'boolean') return [[name, false]];
    return properties[name]?.properties === undefined ? [] : [[name, {}]];
  });
  const given = Object.entries(values)
    .map(([name, value]) => [name, sent(name, value, properties[name])] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries([...needed, ...given]);
}

function sent(name: string, value: unknown, field: BodySchema | undefined): unknown {
  if (name === 'attachments') return (value as readonly Uploaded[] | undefined)?.map(({ id }) => id);
  if (field?.properties === undefined || value === undefined) return value;
  const inner = bodyFrom(value as Values, field);
  return Object.keys(inner).length === 0 ? undefined : inner;
}
