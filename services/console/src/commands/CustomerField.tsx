import { Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { useCandidates } from '../customers/use-candidates.ts';
import { useLabelOf } from '../customers/use-label-of.ts';
import { seesCallers } from '../session/sees-callers.ts';
import { useUser } from '../session/session.tsx';
import { customerWords } from '../words/customer-words.ts';
import { useWords } from '../words/use-words.ts';

interface CustomerFieldProps {
  readonly id?: string;
  readonly value?: string | string[];
  readonly onChange?: (value: unknown) => void;
  readonly several: boolean;
}

/** Customers, looked for by number, address or name; whoever does not see callers writes the id that somebody has told them. */
export function CustomerField({ several, ...field }: CustomerFieldProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const looksFor = seesCallers(useUser());
  const found = useCandidates(typed, looksFor);
  const labelOf = useLabelOf();
  // Whoever was chosen keeps their name while others are looked for.
  const known = useRef(new Map<string, string>());
  for (const one of found) known.current.set(one.id, labelOf(one));
  const named = new Set([...[field.value ?? []].flat(), ...found.map(({ id }) => id)]);
  if (!looksFor && !several) return <Input id={field.id} value={field.value} onChange={field.onChange} />;
  if (!looksFor) return <Select {...field} mode="tags" open={false} suffixIcon={null} />;
  return (
    <Select
      {...field}
      allowClear
      {...(several ? { mode: 'multiple' as const } : {})}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={say(customerWords, 'searchInto')}
      options={[...named].map((value) => ({ value, label: known.current.get(value) ?? value }))}
    />
  );
}
