import { Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { usePlace } from './editing.tsx';

interface FieldProps {
  readonly at: string;
  readonly label: string;
}
interface Option {
  readonly value: string;
  readonly label: string;
}

interface AnyFieldProps extends FieldProps {
  /** What was typed cannot stand here at all: said instead of what is wrong with what does. */
  readonly unreadable?: string;
  readonly children: React.ReactElement;
}

/** A field with its fault below it. */
export function Field({ at, label, unreadable, children }: AnyFieldProps) {
  const { fault } = usePlace(at);
  const help = unreadable ?? fault;
  return (
    <Form.Item
      label={label}
      htmlFor={at}
      style={{ marginBottom: 8 }}
      {...(help === undefined ? {} : { validateStatus: 'error' as const, help })}
    >
      {children}
    </Form.Item>
  );
}

export function TextAt({ at, label, rows = 1, most = 200 }: FieldProps & { readonly rows?: number; readonly most?: number }) {
  const { value, set } = usePlace<string>(at);
  const write = (text: string) => set(text === '' ? undefined : text);
  const props = { id: at, value: value ?? '', maxLength: most };
  return (
    <Field at={at} label={label}>
      {rows > 1 ? (
        <Input.TextArea {...props} rows={rows} className="grows" onChange={(event) => write(event.target.value)} />
      ) : (
        <Input {...props} autoComplete="off" onChange={(event) => write(event.target.value)} />
      )}
    </Field>
  );
}

export function ChoiceAt({ at, label, options }: FieldProps & { readonly options: readonly Option[] }) {
  const { value, set } = usePlace<string>(at);
  return (
    <Field at={at} label={label}>
      <Select
        id={at}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        options={[...options]}
        onChange={(chosen: string | undefined) => set(chosen)}
      />
    </Field>
  );
}

/** Several of what there is to choose from; without options whatever is typed. */
export function ChoicesAt({ at, label, options }: FieldProps & { readonly options?: readonly Option[] }) {
  const { value, set } = usePlace<readonly string[]>(at);
  return (
    <Field at={at} label={label}>
      <Select
        id={at}
        mode={options ? 'multiple' : 'tags'}
        {...(options ? { options: [...options], showSearch: { optionFilterProp: 'label' } } : { open: false, suffixIcon: null })}
        value={[...(value ?? [])]}
        onChange={(chosen: string[]) => set(chosen.length === 0 ? undefined : chosen)}
      />
    </Field>
  );
}

export function NumberAt({ at, label, least = 0, most }: FieldProps & { readonly least?: number; readonly most?: number }) {
  const { value, set } = usePlace<number>(at);
  return (
    <Field at={at} label={label}>
      <InputNumber
        id={at}
        min={least}
        {...(most === undefined ? {} : { max: most })}
        value={value}
        onChange={(next) => set(next ?? undefined)}
        style={{ width: '100%' }}
      />
    </Field>
  );
}

export function InstantAt({ at, label }: FieldProps) {
  const { value, set } = usePlace<string>(at);
  return (
    <Field at={at} label={label}>
      <DatePicker
        id={at}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        style={{ width: '100%' }}
        value={value ? dayjs(value) : undefined}
        onChange={(next: dayjs.Dayjs | null) => set(next?.second(0).millisecond(0).toISOString())}
      />
    </Field>
  );
}

export function TruthAt({ at, label }: FieldProps) {
  const { value, set } = usePlace<boolean>(at);
  return (
    <Field at={at} label=" ">
      <Checkbox id={at} checked={value ?? false} onChange={(event) => set(event.target.checked)}>
        {label}
      </Checkbox>
    </Field>
  );
}
