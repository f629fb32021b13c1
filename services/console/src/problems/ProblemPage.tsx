import { Card } from 'antd';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { Facts, RecordPage } from '../look/RecordPage.tsx';
import { Steps } from '../look/Steps.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { knownErrorWords, problemEventWords, problemStepWords } from '../words/known-error-words.ts';
import { useWords } from '../words/use-words.ts';
import { LinkedTickets } from './LinkedTickets.tsx';
import { ProblemState } from './ProblemState.tsx';
import { WorkaroundCard } from './WorkaroundCard.tsx';
import type { ProblemRecordView } from './problem-views.ts';
import { useMatterOf } from './use-matter-of.ts';

/** One problem: what goes wrong, why, what helps meanwhile, and the tickets that come of it. */
export function Page() {
  const inWords = useInWords();
  return (
    <RecordPage<ProblemRecordView>
      collection="problems"
      steps={['declare-known-error', 'resolve', 'reopen', 'link', 'describe', 'withdraw-workaround']}
      words={problemStepWords}
      title={({ title }) => inWords(title) ?? ''}
      state={(problem) => <ProblemState problem={problem} />}
      aside={(problem) => <ProblemAside problem={problem} />}
    >
      {(problem) => (
        <>
          <Card size="small">
            <div className="words">{inWords(problem.text)}</div>
          </Card>
          <WorkaroundCard problem={problem} />
          <LinkedTickets problem={problem} />
        </>
      )}
    </RecordPage>
  );
}

function ProblemAside({ problem }: { readonly problem: ProblemRecordView }) {
  const { t, say } = useWords();
  const departmentName = useDepartmentName();
  const matterOf = useMatterOf();
  const { department, openedBy, openedAt, history } = problem;
  const nameOf = usePeople([openedBy]);
  return (
    <>
      <Facts
        rows={[
          [say(knownErrorWords, 'matter'), matterOf(problem)],
          [t('department'), departmentName(department)],
          [say(knownErrorWords, 'openedBy'), nameOf(openedBy)],
          [say(knownErrorWords, 'openedAt'), <Instant key="at" at={openedAt} />],
        ]}
      />
      <Steps
        title={say(knownErrorWords, 'history')}
        steps={history}
        words={problemEventWords}
        written={['cause', 'workaround', 'fix', 'reason']}
      />
    </>
  );
}
