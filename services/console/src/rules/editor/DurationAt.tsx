import { Input, InputNumber, Select, Space } from 'antd';
import { useWords } from '../../words/use-words.ts';
import { durationOf, lengthOf, type DurationUnit } from './duration.ts';
import { usePlace } from './editing.tsx';
import { Field } from './fields.tsx';

const units: readonly DurationUnit[] = ['days', 'hours', 'minutes'];

/** A length of time as a number and a unit; one of several units stays as the text that it is. */
export function DurationAt({ at, label }: { readonly at: string; readonly label: string }) {
  const { t } = useWords();
  const { value, set } = usePlace<unknown>(at);
  const length = lengthOf(value) ?? (value === undefined ? { count: 0, unit: 'days' as const } : undefined);
  return (
    <Field at={at} label={label}>
      {length ? (
        <Space.Compact block>
          <InputNumber
            id={at}
            min={0}
            max={100_000}
            value={length.count}
            onChange={(count) => set(durationOf({ ...length, count: count ?? 0 }))}
          />
          <Select
            aria-label={t('unit')}
            value={length.unit}
            style={{ width: 110 }}
            options={units.map((unit) => ({ value: unit, label: t(unit) }))}
            onChange={(unit) => set(durationOf({ ...length, unit }))}
          />
        </Space.Compact>
      ) : (
        <Input id={at} value={String(value)} onChange={(event) => set(event.target.value)} />
      )}
    </Field>
  );
}
