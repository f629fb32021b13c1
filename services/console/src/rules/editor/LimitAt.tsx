import { InputNumber, Select, Space } from 'antd';
import { clockWords } from '../../words/ticket-words.ts';
import { useWords } from '../../words/use-words.ts';
import { DurationAt } from './DurationAt.tsx';
import { usePlace } from './editing.tsx';
import { Field } from './fields.tsx';

type Limit = string | { readonly of: string; readonly fraction: number };

/** How long: a length of time, or a share of another clock's. */
export function LimitAt({ at }: { readonly at: string }) {
  const { t, of } = useWords();
  const { value, set } = usePlace<Limit>(at);
  if (typeof value !== 'object') return <DurationAt at={at} label={t('limit')} />;
  return (
    <Field at={at} label={t('limit')}>
      <Space.Compact block>
        <Select
          id={at}
          value={value.of}
          options={Object.keys(clockWords).map((clock) => ({ value: clock, label: of(clockWords, clock) }))}
          onChange={(clock) => set({ ...value, of: clock })}
        />
        <InputNumber
          aria-label={t('share')}
          min={0.01}
          max={1}
          step={0.1}
          value={value.fraction}
          onChange={(fraction) => set({ ...value, fraction: fraction ?? 0 })}
        />
      </Space.Compact>
    </Field>
  );
}
