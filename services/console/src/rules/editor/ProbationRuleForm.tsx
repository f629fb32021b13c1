import { overrideWarningWords, probationRuleWords, probationWarningWords } from '../../words/probation-words.ts';
import { useWords } from '../../words/use-words.ts';
import { ChoiceAt, NumberAt, TextAt, TruthAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';

/** What is changed most of the rule about probation; posts, papers and formalities are lists that the text beside the form has. */
export function ProbationRuleForm() {
  const { say, of } = useWords();
  const overrides = Object.keys(probationWarningWords).map((value) => ({ value, label: of(probationWarningWords, value) }));
  const warnings = Object.keys(overrideWarningWords).map((value) => ({ value, label: of(overrideWarningWords, value) }));
  return (
    <div className="stack">
      <div className="fields">
        <NumberAt at="/months" label={say(probationRuleWords, 'months')} least={1} most={6} />
        <TextAt at="/roster" label={say(probationRuleWords, 'roster')} most={40} />
        <TextAt at="/reminders/at" label={say(probationRuleWords, 'remindTime')} most={5} />
        <NumberAt at="/pay/percent" label={say(probationRuleWords, 'percent')} least={80} most={100} />
        <NumberAt at="/pay/festivalBonusPercent" label={say(probationRuleWords, 'bonus')} most={100} />
        <TruthAt at="/pay/shownToManagers" label={say(probationRuleWords, 'shownToManagers')} />
        <NumberAt at="/leave/personal/most" label={say(probationRuleWords, 'personal')} most={180} />
        <NumberAt at="/leave/sick/payPercent" label={say(probationRuleWords, 'sickPay')} most={100} />
      </div>
      <RowsAt
        at="/pay/localMinimums"
        label={say(probationRuleWords, 'minimums')}
        blank={{ from: '2026-01-01', monthly: 1 }}
        row={(at) => (
          <div className="fields">
            <TextAt at={`${at}/from`} label={say(probationRuleWords, 'from')} most={10} />
            <NumberAt at={`${at}/monthly`} label={say(probationRuleWords, 'monthly')} least={1} />
          </div>
        )}
      />
      <RowsAt
        at="/overrides"
        label={say(probationRuleWords, 'overrides')}
        blank={{ purpose: '' }}
        row={(at) => (
          <div className="fields">
            <ChoiceAt at={`${at}/override`} label={say(probationRuleWords, 'override')} options={overrides} />
            <ChoiceAt at={`${at}/warning`} label={say(probationRuleWords, 'warning')} options={warnings} />
            <TextAt at={`${at}/purpose`} label={say(probationRuleWords, 'purpose')} most={2_000} />
          </div>
        )}
      />
    </div>
  );
}
