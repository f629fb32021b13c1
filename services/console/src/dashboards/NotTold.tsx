import { Alert, Button, Skeleton } from 'antd';
import { codeOf } from '../api/client.ts';
import { dashboardWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';

interface Query {
  readonly data: unknown;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

/** Instead of figures that are not there (yet): that they come, or why they do not. What was shown before stays. */
export function NotTold({ query: { data, error, refetch } }: { readonly query: Query }) {
  const { t, of, problem } = useWords();
  if (!error) return data === undefined ? <Skeleton active paragraph={{ rows: 4 }} /> : null;
  const code = codeOf(error);
  const own = { 'read-model-behind': 'behind', 'analytics-unavailable': 'unavailable' }[code];
  const isPassing = code === 'read-model-behind';
  return (
    <Alert
      type={isPassing ? 'info' : 'warning'}
      showIcon
      role="status"
      title={own === undefined ? problem(code) : of(dashboardWords, own)}
      action={<Button onClick={() => void refetch()}>{t('retry')}</Button>}
    />
  );
}
