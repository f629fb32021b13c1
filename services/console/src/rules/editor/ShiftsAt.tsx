import { Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { usePlace } from './editing.tsx';
import { Field } from './fields.tsx';
import { shiftsFrom, shiftsInWords, type Shifts } from './shifts.ts';

/**
 * The shifts of a day as one line; what cannot be read as shifts is said, and the document keeps what it had. What was typed gives way
 * as soon as something else stands there.
 */
export function ShiftsAt({ at, label }: { readonly at: string; readonly label: string }) {
  const { t } = useWords();
  const { value, set } = usePlace<Shifts>(at);
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: Shifts | undefined }>();
  const text = typed && typed.of === value ? typed.text : shiftsInWords(value ?? []);
  const isReadable = shiftsFrom(text) !== undefined;
  const write = (next: string) => {
    const shifts = shiftsFrom(next);
    setTyped({ text: next, of: shifts ?? value });
    if (shifts) set(shifts);
  };
  return (
    <Field at={at} label={label} {...(isReadable ? {} : { unreadable: t('notShifts') })}>
      <Input id={at} value={text} placeholder={t('restDay')} onChange={(event) => write(event.target.value)} />
    </Field>
  );
}
