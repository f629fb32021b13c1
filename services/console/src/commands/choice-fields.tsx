import { Select } from 'antd';
import { useItems } from '../api/items.ts';
import { useDepartments, useSites } from '../api/ticket-queries.ts';

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
export function ItemField({
  id,
  value,
  onChange,
  several = false,
}: FieldProps<string | string[]> & { readonly several?: boolean }) {
  const items = useItems();
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      {...(several ? { mode: 'multiple' as const } : {})}
      options={items.map(({ code, label }) => ({ value: code, label }))}
    />
  );
}

/** Sites that are open. */
export function SiteField({ id, value, onChange }: FieldProps<string>) {
  const sites = useSites().filter(({ open }) => open);
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      options={sites.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
