import { Tag } from 'antd';
import { knownErrorWords, problemStatusWords } from '../words/known-error-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedProblem } from './problem-views.ts';

const colors: Readonly<Record<ListedProblem['status'], string>> = { open: 'gold', 'known-error': 'blue', resolved: 'green' };

export function ProblemState({ problem: { status, confidential } }: { readonly problem: ListedProblem }) {
  const { of, say } = useWords();
  return (
    <span className="row-end">
      <Tag color={colors[status]} style={{ margin: 0 }}>
        {of(problemStatusWords, status)}
      </Tag>
      {confidential && (
        <Tag color="volcano" style={{ margin: 0 }}>
          {say(knownErrorWords, 'confidential')}
        </Tag>
      )}
    </span>
  );
}
