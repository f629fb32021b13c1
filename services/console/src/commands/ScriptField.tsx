import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { call } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import type { ListedDocument } from '../rules/document-kinds.ts';
import type { ScriptView } from '../rules/ScriptQuestions.tsx';

type Listed = Pick<ListedDocument, 'code'> & { readonly inForce: ScriptView | null };

/** A script that is in force. */
export function ScriptField(field: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}) {
  const { data } = useQuery({
    queryKey: ['documents', 'scripts'],
    queryFn: ({ signal }) => call<Page<Listed>>('GET', '/scripts', { signal }),
  });
  const options = (data?.items ?? []).flatMap(({ code, inForce }) =>
    inForce === null ? [] : [{ value: code, label: `${inForce.title}（${code}）` }],
  );
  return <Select {...field} allowClear options={options} />;
}
