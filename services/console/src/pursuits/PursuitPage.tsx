import { Alert, Card } from 'antd';
import { RecordPage } from '../look/RecordPage.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { pursuitStepWords, pursuitWords } from '../words/pursuit-words.ts';
import { useWords } from '../words/use-words.ts';
import { NextStep } from './NextStep.tsx';
import { PursuitFacts } from './PursuitFacts.tsx';
import { PursuitHistory } from './PursuitHistory.tsx';
import { PursuitState } from './PursuitState.tsx';
import { stagesOf, type PursuitCollection, type PursuitView } from './pursuit-views.ts';

export function Lead() {
  return <Pursuit collection="leads" />;
}

export function AtRiskCustomer() {
  return <Pursuit collection="at-risk-customers" />;
}

/** One that is followed up: with whom, what comes next by when, and every step so far. */
function Pursuit({ collection }: { readonly collection: PursuitCollection }) {
  const { t, say, problem } = useWords();
  const inWords = useInWords();
  const { underWay, ends } = stagesOf[collection];
  return (
    <RecordPage<PursuitView>
      collection={collection}
      steps={['revisit', 'plan', 'move', 'conclude', 'hand-over', 'reopen']}
      words={pursuitStepWords}
      among={{ stage: underWay, as: ends }}
      title={({ title }) => inWords(title) ?? ''}
      state={(pursuit) => <PursuitState pursuit={pursuit} />}
      warnings={({ bar }) =>
        bar && <Alert type="warning" showIcon title={say(pursuitWords, 'barred') + t('colon') + problem(bar)} />
      }
      aside={(pursuit) => <PursuitFacts pursuit={pursuit} />}
    >
      {(pursuit) => (
        <>
          <Card size="small" title={say(pursuitWords, 'next')}>
            {pursuit.dueBy ? <NextStep pursuit={pursuit} /> : <span className="quiet">{say(pursuitWords, 'noStep')}</span>}
          </Card>
          {pursuit.text && (
            <Card size="small">
              <div className="words">{inWords(pursuit.text)}</div>
            </Card>
          )}
          <PursuitHistory history={pursuit.history} />
        </>
      )}
    </RecordPage>
  );
}
