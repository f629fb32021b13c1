import { qualityWords, workWords } from '../../words/quality-words.ts';
import { useWords } from '../../words/use-words.ts';
import { ConditionsAt } from './ConditionsAt.tsx';
import { ChoiceAt, NumberAt, TextAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';

/** What is looked at of each period: of which work so many, or such a share, of each agent. */
export function SamplingRuleForm() {
  const { t, say, of } = useWords();
  const kinds = Object.keys(workWords).map((value) => ({ value, label: of(workWords, value) }));
  const periods = (['week', 'month'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <div className="stack">
      <div className="fields">
        <TextAt at="/title" label={say(qualityWords, 'sheetTitle')} />
        <TextAt at="/sheet" label={say(qualityWords, 'sheet')} most={40} />
        <ChoiceAt at="/period" label={say(qualityWords, 'period')} options={periods} />
      </div>
      <RowsAt
        at="/strata"
        label={say(qualityWords, 'strata')}
        blank={{ work: 'reply', take: { count: 5 } }}
        row={(at) => (
          <>
            <div className="fields">
              <ChoiceAt at={`${at}/work`} label={say(qualityWords, 'work')} options={kinds} />
              <NumberAt at={`${at}/take/count`} label={say(qualityWords, 'takeCount')} least={1} most={200} />
              <NumberAt at={`${at}/take/share`} label={say(qualityWords, 'takeShare')} most={1} />
            </div>
            <ConditionsAt at={`${at}/when`} by={['channel', 'kind', 'level']} />
          </>
        )}
      />
    </div>
  );
}
