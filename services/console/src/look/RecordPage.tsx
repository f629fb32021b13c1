import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Result, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import type { Among } from '../commands/CommandField.tsx';
import { StepBar } from '../commands/StepBar.tsx';
import type { Pairs } from '../words/pair.ts';
import { useWords } from '../words/use-words.ts';
import { PageHead } from './PageHead.tsx';

interface RecordPageProps<One> {
  /** As the API names it: `/proposals`. */
  readonly collection: string;
  /** Steps that have a form of their own, what moves it on first. */
  readonly steps: readonly string[];
  readonly words: Pairs;
  /** Of the words of a step's members those that are meant. */
  readonly among?: Among;
  readonly title: (one: One) => string;
  /** Where it stands, beside the title. */
  readonly state: (one: One) => ReactNode;
  readonly aside: (one: One) => ReactNode;
  /** What has to be read before the rest. */
  readonly warnings?: (one: One) => ReactNode;
  readonly children: (one: One) => ReactNode;
}

/** A page of one thing that is moved on by steps: what it says, what one can do with it, its facts, and how it came to that. */
export function RecordPage<One>(props: RecordPageProps<One>) {
  const { collection, steps, words, among, title, state, aside, warnings, children } = props;
  const { t, problem } = useWords();
  const { id = '' } = useParams();
  const { data: one, error } = useQuery({
    queryKey: [collection, 'one', id],
    queryFn: ({ signal }) => call<One>('GET', `/${collection}/${id}`, { signal }),
  });
  if (error && !one) return <Result status="404" title={problem(codeOf(error))} />;
  if (!one) return <Skeleton active className="page" />;
  return (
    <div className="page stack">
      <PageHead title={title(one)}>{state(one)}</PageHead>
      <StepBar collection={collection} id={id} steps={steps} words={words} refresh={[collection]} among={among} />
      {warnings?.(one)}
      <div className="columns">
        <div className="stack">{children(one)}</div>
        <aside className="stack" aria-label={t('facts')}>
          {aside(one)}
        </aside>
      </div>
    </div>
  );
}

/** What is known of it, by its words; what is empty is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [label: string, value: ReactNode])[] }) {
  const { t } = useWords();
  const items = rows
    .filter(([, value]) => value !== undefined && value !== '' && value !== null && value !== false)
    .map(([label, children], key) => ({ key, label, children }));
  return (
    <Card size="small" title={t('facts')}>
      <Descriptions column={1} size="small" items={items} />
    </Card>
  );
}
