import { Tag } from 'antd';
import { callStatusWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import type { CallStatus, ListedCall } from './campaign-views.ts';

const colors: Readonly<Record<CallStatus, string>> = {
  waiting: 'blue',
  answered: 'green',
  refused: 'default',
  'wrong-number': 'default',
  unreachable: 'gold',
  barred: 'red',
};

/** Where a call stands, and why nobody is called, where that is so. */
export function CallState({ call: { status, barredFor } }: { readonly call: ListedCall }) {
  const { of, problem } = useWords();
  return (
    <span className="row-end">
      <Tag color={colors[status]} style={{ margin: 0 }}>
        {of(callStatusWords, status)}
      </Tag>
      {barredFor && <span className="quiet">{problem(barredFor)}</span>}
    </span>
  );
}
