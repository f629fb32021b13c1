import { Alert, Card, Descriptions } from 'antd';
import { yuan } from '../probations/yuan.ts';
import { overrideWarningWords, probationRuleWords, probationWarningWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';

interface Named {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly sensitive?: true;
}

interface Rule {
  readonly months?: number;
  readonly pay?: {
    readonly percent?: number;
    readonly festivalBonusPercent?: number;
    readonly localMinimums?: readonly { readonly from: string; readonly monthly: number }[];
  };
  readonly leave?: { readonly personal?: { readonly most?: number } };
  readonly documents?: readonly Named[];
  readonly formalities?: readonly Named[];
  readonly overrides?: readonly { readonly override: string; readonly warning: string; readonly purpose: string }[];
}

/** What the rule in force says, and what of it the law forbids. */
export function ProbationTerms({ rule }: { readonly rule: Rule }) {
  const { t, say, of, language } = useWords();
  const { months, pay = {}, leave, documents = [], formalities = [], overrides = [] } = rule;
  const names = (named: readonly Named[]) => named.map((one) => one[language]).join(t('comma'));
  const isAsked = overrides.some(({ override }) => override === 'ask-sensitive-documents');
  const minimums = (pay.localMinimums ?? [])
    .map(({ from, monthly }) => `${from}${t('colon')}${yuan(monthly)}`)
    .join(t('semicolon'));
  return (
    <Card size="small">
      {overrides.map(({ override, warning, purpose }) => (
        <Alert
          key={override}
          type="warning"
          showIcon
          title={`${of(probationWarningWords, override)}${t('colon')}${of(overrideWarningWords, warning)}`}
          description={purpose}
        />
      ))}
      <Descriptions
        column={2}
        size="small"
        items={[
          { key: 'months', label: say(probationRuleWords, 'months'), children: months },
          { key: 'percent', label: say(probationRuleWords, 'percent'), children: pay.percent },
          { key: 'bonus', label: say(probationRuleWords, 'bonus'), children: pay.festivalBonusPercent },
          { key: 'personal', label: say(probationRuleWords, 'personal'), children: leave?.personal?.most },
          {
            key: 'minimums',
            label: say(probationRuleWords, 'minimums'),
            children: minimums || say(probationRuleWords, 'noMinimum'),
          },
          {
            key: 'papers',
            label: say(probationRuleWords, 'papers'),
            children: names(documents.filter(({ sensitive }) => isAsked || !sensitive)),
          },
          { key: 'formalities', label: say(probationRuleWords, 'seenToBy'), children: names(formalities) },
        ]}
      />
    </Card>
  );
}
