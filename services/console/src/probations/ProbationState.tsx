import { Tag } from 'antd';
import { probationStatusWords, probationWarningWords, probationWords, requestKindWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedProbation } from './probation-views.ts';

const colors: Readonly<Record<ListedProbation['status'], string>> = {
  'on-probation': 'blue',
  regular: 'green',
  ended: 'default',
  annulled: 'default',
};

export function ProbationState({ probation }: { readonly probation: ListedProbation }) {
  const { t, of, say } = useWords();
  const { status, asked = [], warnings = [], regularOn, endsOn } = probation;
  return (
    <span className="row-end">
      <Tag color={colors[status]} style={{ margin: 0 }}>
        {of(probationStatusWords, status)}
      </Tag>
      {regularOn && <span className="quiet">{say(probationWords, 'regularOn', { day: regularOn })}</span>}
      {endsOn && <span className="quiet">{say(probationWords, 'endsOn', { day: endsOn })}</span>}
      {asked.map((kind) => (
        <Tag key={kind} color="gold" style={{ margin: 0 }}>
          {say(probationWords, 'asked')}
          {t('colon')}
          {of(requestKindWords, kind)}
        </Tag>
      ))}
      {warnings.map((warning) => (
        <Tag key={warning} color="volcano" style={{ margin: 0 }}>
          {of(probationWarningWords, warning)}
        </Tag>
      ))}
    </span>
  );
}
