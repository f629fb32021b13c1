import { AutoComplete } from 'antd';
import { useAccounts } from '../api/ticket-queries.ts';
import { holdsOneOf, useUser } from '../session/session.tsx';

interface HandlerFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  /** Whatever they do, and of every department. */
  readonly anybody?: boolean;
}

/** Handlers by name; whoever may not list the accounts writes the user name. */
export function HandlerField({ id, value, onChange, anybody = false }: HandlerFieldProps) {
  const user = useUser();
  const accounts = useAccounts(holdsOneOf(user, 'manager', 'coordinator', 'administrator', 'leader'));
  const mine = (of: readonly string[]) => user.departments.includes('*') || of.some((one) => user.departments.includes(one));
  const options = accounts
    .filter(({ holds, departments }) => anybody || (holdsOneOf({ holds }, 'handler') && mine(departments)))
    .map(({ username, name }) => ({ value: username, label: `${name}（${username}）` }));
  return (
    <AutoComplete
      id={id}
      value={value}
      onChange={onChange}
      options={options}
      showSearch={{ filterOption: (text, option) => String(option?.label ?? '').includes(text) }}
    />
  );
}
