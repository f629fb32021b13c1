import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { call } from '../api/client.ts';

interface AsyncApi {
  readonly components: {
    readonly schemas: {
      readonly Attributes?: { readonly properties?: { readonly type?: { readonly enum?: readonly string[] } } };
    };
  };
}

interface EventTypesFieldProps {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
}

/** Types of public events, as the feed's own description names them. */
export function EventTypesField({ id, value, onChange }: EventTypesFieldProps) {
  const { data } = useQuery({
    queryKey: ['asyncapi'],
    queryFn: ({ signal }) => call<AsyncApi>('GET', '/asyncapi.json', { signal }),
    staleTime: Infinity,
  });
  const types = data?.components.schemas.Attributes?.properties?.type?.enum ?? [];
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      onChange={onChange}
      options={types.map((type) => ({ value: type, label: type }))}
    />
  );
}
