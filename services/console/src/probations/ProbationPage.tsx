import { Alert } from 'antd';
import { RecordPage } from '../look/RecordPage.tsx';
import { Steps } from '../look/Steps.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { probationEventWords, probationStepWords, probationWarningWords, probationWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';
import { EntryDocuments } from './EntryDocuments.tsx';
import { Formalities } from './Formalities.tsx';
import { Leaves } from './Leaves.tsx';
import { PayMonths } from './PayMonths.tsx';
import { ProbationFacts } from './ProbationFacts.tsx';
import { ProbationState } from './ProbationState.tsx';
import { Requests } from './Requests.tsx';
import { Work } from './Work.tsx';
import type { ProbationView } from './probation-views.ts';

/** Of a step what says which it was. */
const named = ['on', 'lastDay', 'endsOn', 'toldOn', 'document', 'formality', 'from'] as const;

/** One probation: its dates and what they rest on, what is to be done, what is paid, and how it came to that. */
export function Page() {
  const { say } = useWords();
  const inWords = useInWords();
  return (
    <RecordPage<ProbationView>
      collection="probations"
      steps={['tell-conditions', 'request-early-confirmation', 'request-extension', 'request-ending', 'grant-leave', 'request-more-leave', 'record-review', 'set-objectives', 'name-mentor', 'change-pay', 'set-festival-bonus', 'end-by-employee', 'end-by-employer', 'annul']}
      words={probationStepWords}
      title={({ name }) => inWords(name) ?? ''}
      state={(probation) => <ProbationState probation={probation} />}
      warnings={(probation) => <Warnings probation={probation} />}
      aside={(probation) => (
        <>
          <ProbationFacts probation={probation} />
          <Steps
            title={say(probationWords, 'history')}
            steps={probation.history}
            words={probationEventWords}
            written={['reason', 'text', 'hospital']}
            more={({ data }) => (
              <span className="quiet figure">
                {named.flatMap((member) => (typeof data[member] === 'string' ? [String(data[member])] : [])).join(' · ')}
              </span>
            )}
          />
        </>
      )}
    >
      {(probation) => (
        <>
          {probation.requests && <Requests probation={probation} />}
          {probation.pay && <PayMonths id={probation.id} />}
          {probation.leaves && <Leaves probation={probation} />}
          {probation.documents && <EntryDocuments probation={probation} />}
          <Formalities probation={probation} />
          {probation.documents && <Work probation={probation} />}
        </>
      )}
    </RecordPage>
  );
} // prettier-ignore

/** What its rule says against the law, and papers that are missing. */
function Warnings({ probation: { warnings = [], missingDocuments = [] } }: { readonly probation: ProbationView }) {
  const { say, of } = useWords();
  return (
    <>
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={of(probationWarningWords, warning)} />
      ))}
      {missingDocuments.length > 0 && (
        <Alert type="warning" showIcon title={say(probationWords, 'papersMissing', { n: missingDocuments.length })} />
      )}
    </>
  );
}
