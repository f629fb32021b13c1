import { Tag } from 'antd';
import { inspectionStatusWords, qualityWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedInspection, ResultView } from './quality-views.ts';

const colors: Readonly<Record<ListedInspection['status'], string>> = {
  'to-score': 'gold',
  scored: 'blue',
  appealed: 'volcano',
  decided: 'green',
  excused: 'default',
};

export function InspectionState({ inspection: { status } }: { readonly inspection: Pick<ListedInspection, 'status'> }) {
  const { of } = useWords();
  return (
    <Tag color={colors[status]} style={{ margin: 0 }}>
      {of(inspectionStatusWords, status)}
    </Tag>
  );
}

/** A score, and whether it passes. */
export function Result({ result }: { readonly result: ResultView | undefined }) {
  const { say } = useWords();
  if (result === undefined) return null;
  const { score, outOf, passed, fatal } = result;
  return (
    <span className="row-end">
      <strong className={passed ? 'figure' : 'figure late'}>{say(qualityWords, 'scoreOf', { score, outOf })}</strong>
      {!passed && <span className="late">{say(qualityWords, 'failed')}</span>}
      {fatal.length > 0 && (
        <Tag color="red" style={{ margin: 0 }}>
          {say(qualityWords, 'fatal')}
        </Tag>
      )}
    </span>
  );
}
