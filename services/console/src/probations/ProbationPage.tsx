import { useQuery } from '@tanstack/react-query';
import { Alert, Result, Skeleton } from 'antd';
import { useParams } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import { StepBar } from '../commands/StepBar.tsx';
import { PageHead } from '../look/PageHead.tsx';
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
  const { t, say, of, problem: refusal } = useWords();
  const { id = '' } = useParams();
  const inWords = useInWords();
  const { data: probation, error } = useQuery({
    queryKey: ['probations', 'one', id],
    queryFn: ({ signal }) => call<ProbationView>('GET', `/probations/${id}`, { signal }),
  });
  if (error && !probation) return <Result status="404" title={refusal(codeOf(error))} />;
  if (!probation) return <Skeleton active className="page" />;
  return (
    <div className="page stack">
      <PageHead title={inWords(probation.name) ?? ''}>
        <ProbationState probation={probation} />
      </PageHead>
      <StepBar
        collection="probations"
        id={id}
        steps={['tell-conditions', 'request-early-confirmation', 'request-extension', 'request-ending', 'grant-leave', 'request-more-leave', 'record-review', 'set-objectives', 'name-mentor', 'change-pay', 'set-festival-bonus', 'end-by-employee', 'end-by-employer', 'annul']}
        words={probationStepWords}
        refresh={['probations']}
      />
      {probation.warnings?.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={of(probationWarningWords, warning)} />
      ))}
      {(probation.missingDocuments?.length ?? 0) > 0 && (
        <Alert type="warning" showIcon title={say(probationWords, 'papersMissing', { n: probation.missingDocuments?.length ?? 0 })} />
      )}
      <div className="columns">
        <div className="stack">
          {probation.requests && <Requests probation={probation} />}
          {probation.pay && <PayMonths id={id} />}
          {probation.leaves && <Leaves probation={probation} />}
          {probation.documents && <EntryDocuments probation={probation} />}
          <Formalities probation={probation} />
          {probation.documents && <Work probation={probation} />}
        </div>
        <aside className="stack" aria-label={t('facts')}>
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
        </aside>
      </div>
    </div>
  );
} // prettier-ignore
