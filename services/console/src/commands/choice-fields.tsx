import { Select } from 'antd';
import { useItems } from '../api/items.ts';
import { useDepartments } from '../api/ticket-queries.ts';

interface FieldProps<Value> {
  readonly id?: string;
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
}

/** Departments by their names; `among` narrows to those that the command can mean. */
export function DepartmentsField({
  id,
  value,
  onChange,
  among,
  several = false,
}: FieldProps<string | string[]> & { readonly among?: readonly string[]; readonly several?: boolean }) {
  const departments = useDepartments().filter(({ code }) => among === undefined || among.includes(code));
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      {...(several ? { mode: 'multiple' as const } : {})}
      options={departments.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}

/** The subject tree in force. */
export function ItemField({ id, value, onChange }: FieldProps<string>) {
  const items = useItems();
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={items.map(({ code, label }) => ({ value: code, label }))}
    />
  );
}
