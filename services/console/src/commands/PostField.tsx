import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { call } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import { useWords } from '../words/use-words.ts';

interface Rule {
  readonly code: string;
  readonly inForce: {
    readonly posts?: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  } | null;
}

/** A post of the probation rules in force. */
export function PostField(field: { readonly value?: string; readonly onChange?: (value: string) => void }) {
  const { language } = useWords();
  const { data } = useQuery({
    queryKey: ['documents', 'probation-rules'],
    queryFn: ({ signal }) => call<Page<Rule>>('GET', '/probation-rules', { signal }),
  });
  const posts = (data?.items ?? []).flatMap(({ inForce }) => inForce?.posts ?? []);
  const named = new Map(posts.map((post) => [post.code, post[language]]));
  return (
    <Select showSearch optionFilterProp="label" {...field} options={[...named].map(([value, label]) => ({ value, label }))} />
  );
}
