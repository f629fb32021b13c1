import { Checkbox, DatePicker, Form, Input, InputNumber, Rate, Select } from 'antd';
import dayjs from 'dayjs';
import type { BodySchema, FieldSchema } from '../api/command-forms.ts';
import { channelWords, closureWords, holdWords, kindWords, levelWords, roleWords } from '../words/ticket-words.ts';
import { choiceWords, fieldWords } from '../words/command-words.ts';
import { campaignPurposeWords } from '../words/campaign-words.ts';
import { consentWords, entryWords } from '../words/customer-words.ts';
import { contractTermWords, keptWords, leaveKindWords, reviewResultWords } from '../words/probation-words.ts';
import type { Pairs } from '../words/pair.ts';
import { lossReasonWords, pursuitStageWords } from '../words/pursuit-words.ts';
import { segmentPurposeWords } from '../words/segment-words.ts';
import { useWords } from '../words/use-words.ts';
import { AttachmentsField } from './AttachmentsField.tsx';
import { CalendarField } from './CalendarField.tsx';
import { CustomerField } from './CustomerField.tsx';
import { EquipmentKindField } from './EquipmentKindField.tsx';
import { EventTypesField } from './EventTypesField.tsx';
import { HandlerField } from './HandlerField.tsx';
import { PostField } from './PostField.tsx';
import { ScriptField } from './ScriptField.tsx';
import { DepartmentsField, ItemField, SiteField } from './choice-fields.tsx';

export interface CommandFieldProps {
  readonly command: string;
  readonly name: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
  /** Departments among which this command can choose; all unless given. */
  readonly departments?: readonly string[];
  /** Of its words those that are meant; all unless given. */
  readonly choices?: readonly string[];
  /** Of what it is a member, where that is not the body itself. */
  readonly within?: string;
}

/** By member, which of its words are meant. */
export type Among = Readonly<Record<string, readonly string[]>>;

const wordsOf: Readonly<Record<string, Pairs>> = {
  level: levelWords,
  kind: kindWords,
  channel: channelWords,
  code: closureWords,
  'hold.reason': holdWords,
  roles: roleWords,
  'add-entry.kind': entryWords,
  preferredChannel: channelWords,
  'give-consent.purpose': consentWords,
  'withdraw-consent.purpose': consentWords,
  means: consentWords,
  way: consentWords,
  contractTerm: contractTermWords,
  'grant-leave.kind': leaveKindWords,
  kept: keptWords,
  'record-review.result': reviewResultWords,
  'campaigns.purpose': campaignPurposeWords,
  'customer-segments.purpose': segmentPurposeWords,
  stage: pursuitStageWords,
  as: pursuitStageWords,
  why: lossReasonWords,
};

/** What comes of trying to reach somebody; the API takes any code, people take one of these. */
const attemptOutcomes = ['reached', 'message-left', 'no-answer', 'busy', 'switched-off', 'wrong-number'];

/** One member of a command's body as a field of a form: what it looks like follows from its schema and its name. */
export function CommandField({ command, name, schema, required, departments, choices, within }: CommandFieldProps) {
  const { t, of } = useWords();
  const label = of(fieldWords, `${command}.${name}` in fieldWords ? `${command}.${name}` : name);
  const rules = required ? [{ required: true, message: t('required') }] : [];
  if (schema.properties) return <InnerBody name={name} label={label} schema={schema} />;
  const isTruth = schema.type === 'boolean';
  return (
    <Form.Item
      name={within === undefined ? name : [within, name]}
      label={isTruth ? undefined : label}
      rules={isTruth ? [] : rules}
      {...(isTruth ? { valuePropName: 'checked' } : {})}
      {...written(schema)}
    >
      {inputFor({ command, name, schema, label, of, departments, choices })}
    </Form.Item>
  );
}

/** A member that is a body of its own, as the next step of a revisit: left out as a whole, or complete, which the server says. */
function InnerBody({ name, label, schema }: { readonly name: string; readonly label: string; readonly schema: BodySchema }) {
  return (
    <fieldset className="plain">
      <legend>{label}</legend>
      {Object.entries(schema.properties ?? {}).map(([member, field]) => (
        <CommandField key={member} command={name} name={member} within={name} schema={field} required={false} />
      ))}
    </fieldset>
  );
}

/** How what is picked is written in a body: an instant in UTC, a day as it is, whole numbers as such. */
function written({ format, items }: FieldSchema) {
  const picked = (value: string | undefined) => ({ value: value ? dayjs(value) : undefined });
  if (format === 'date-time')
    return {
      getValueProps: picked,
      normalize: (value: dayjs.Dayjs | null) => value?.second(0).millisecond(0).toISOString(),
    };
  if (format === 'date') return { getValueProps: picked, normalize: (value: dayjs.Dayjs | null) => value?.format('YYYY-MM-DD') };
  return items?.type === 'integer' ? { normalize: (values: readonly unknown[]) => values.map(Number) } : {};
}

interface Wanted extends Omit<CommandFieldProps, 'required' | 'within'> {
  readonly label: string;
  readonly of: (pairs: Pairs, word: string | undefined) => string;
}

function inputFor({ command, name, schema, label, of, departments, choices: meant }: Wanted) {
  if (schema.type === 'boolean') return <Checkbox>{label}</Checkbox>;
  if (name === 'attachments') return <AttachmentsField />;
  if (name === 'types') return <EventTypesField />;
  if (name === 'handler' || name === 'owner') return <HandlerField />;
  if (name === 'item' || name === 'items') return <ItemField several={name === 'items'} />;
  if (name === 'site') return <SiteField />;
  if (name === 'responsible') return <HandlerField anybody />;
  if (`${command}.${name}` === 'equipment.kind' || `${command}.${name}` === 'change.kind') return <EquipmentKindField />;
  if (name === 'post') return <PostField />;
  if (name === 'calendar') return <CalendarField />;
  if (name === 'script') return <ScriptField />;
  if (name === 'customer' || name === 'customers') return <CustomerField several={name === 'customers'} />;
  if (name === 'password' || name === 'current')
    return <Input.Password autoComplete="new-password" maxLength={schema.maxLength} />;
  if (['lead', 'department'].includes(name)) return <DepartmentsField among={departments} />;
  if (['coHandling', 'departments'].includes(name)) return <DepartmentsField among={departments} several />;
  const isAttempt = name === 'outcome' && schema.type === 'string';
  const choices = meant ?? schema.enum ?? schema.items?.enum ?? (isAttempt ? attemptOutcomes : undefined);
  if (choices) {
    const pairs = wordsOf[`${command}.${name}`] ?? wordsOf[name] ?? choiceWords;
    const options = choices.map((value) => ({ value, label: of(pairs, value) }));
    return <Select allowClear {...(schema.enum || isAttempt ? {} : { mode: 'multiple' as const })} options={options} />;
  }
  if (schema.format === 'date-time')
    return <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />;
  if (schema.format === 'date') return <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />;
  if (schema.maximum === 5) return <Rate />;
  if (schema.type === 'integer') return <InputNumber min={schema.minimum ?? 0} max={schema.maximum ?? 1_000_000} precision={0} />;
  if (schema.type === 'array') return <Select mode="tags" open={false} suffixIcon={null} />;
  if ((schema.maxLength ?? 0) > 200)
    return (
      <Input.TextArea rows={4} className="grows" maxLength={schema.maxLength} showCount={(schema.maxLength ?? 0) <= 2_000} />
    );
  return <Input maxLength={schema.maxLength} />;
}
