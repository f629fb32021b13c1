import { Select } from 'antd';
import { usePlace } from './editing.tsx';
import { Field } from './fields.tsx';

const offered = [10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 95];

/** Shares of the time at which somebody is warned, in percent. */
export function SharesAt({ at, label }: { readonly at: string; readonly label: string }) {
  const { value = [], set } = usePlace<readonly number[]>(at);
  const percents = value.map((share) => Math.round(share * 100));
  const options = [...new Set([...offered, ...percents])].toSorted((a, b) => a - b);
  return (
    <Field at={at} label={label}>
      <Select
        id={at}
        mode="multiple"
        value={percents}
        options={options.map((percent) => ({ value: percent, label: `${percent}%` }))}
        onChange={(chosen: number[]) =>
          set(chosen.length === 0 ? undefined : chosen.toSorted((a, b) => a - b).map((percent) => percent / 100))
        }
      />
    </Field>
  );
}
