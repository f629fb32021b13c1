import { Form, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { usePlace } from './editing.tsx';
import { shiftsFrom, shiftsInWords, type Shifts } from './shifts.ts';

/** The shifts of a day as one line; what cannot be read as shifts is said, and the document keeps what it had. */
export function ShiftsAt({ at, label }: { readonly at: string; readonly label: string }) {
  const { t } = useWords();
  const { value, set, fault } = usePlace<Shifts>(at);
  const [text, setText] = useState(shiftsInWords(value ?? []));
  const isReadable = shiftsFrom(text) !== undefined;
  const help = isReadable ? fault : t('notShifts');
  const write = (next: string) => {
    setText(next);
    const shifts = shiftsFrom(next);
    if (shifts) set(shifts);
  };
  return (
    <Form.Item
      label={label}
      htmlFor={at}
      style={{ marginBottom: 8 }}
      {...(help ? { validateStatus: 'error' as const, help } : {})}
    >
      <Input id={at} value={text} placeholder={t('restDay')} onChange={(event) => write(event.target.value)} />
    </Form.Item>
  );
}
