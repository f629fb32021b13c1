import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Result, Skeleton } from 'antd';
import { useParams } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { StepBar } from '../commands/StepBar.tsx';
import { PageHead } from '../look/PageHead.tsx';
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
  const { t, say, problem: refusal } = useWords();
  const { id = '' } = useParams();
  const inWords = useInWords();
  const { data: problem, error } = useQuery({
    queryKey: ['problems', 'one', id],
    queryFn: ({ signal }) => call<ProblemRecordView>('GET', `/problems/${id}`, { signal }),
  });
  if (error && !problem) return <Result status="404" title={refusal(codeOf(error))} />;
  if (!problem) return <Skeleton active className="page" />;
  return (
    <div className="page stack">
      <PageHead title={inWords(problem.title) ?? ''}>
        <ProblemState problem={problem} />
      </PageHead>
      <StepBar
        collection="problems"
        id={id}
        steps={['declare-known-error', 'resolve', 'reopen', 'link', 'describe', 'withdraw-workaround']}
        words={problemStepWords}
        refresh={['problems']}
      />
      <div className="columns">
        <div className="stack">
          <Card size="small">
            <div className="words">{inWords(problem.text)}</div>
          </Card>
          <WorkaroundCard problem={problem} />
          <LinkedTickets problem={problem} />
        </div>
        <aside className="stack" aria-label={t('facts')}>
          <ProblemFacts problem={problem} />
          <Steps
            title={say(knownErrorWords, 'history')}
            steps={problem.history}
            words={problemEventWords}
            written={['cause', 'workaround', 'fix', 'reason']}
          />
        </aside>
      </div>
    </div>
  );
}

function ProblemFacts({ problem }: { readonly problem: ProblemRecordView }) {
  const { t, say } = useWords();
  const departmentName = useDepartmentName();
  const matterOf = useMatterOf();
  const { department, openedBy, openedAt } = problem;
  const nameOf = usePeople([openedBy]);
  return (
    <Card size="small" title={t('facts')}>
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'matter', label: say(knownErrorWords, 'matter'), children: matterOf(problem) },
          { key: 'department', label: t('department'), children: departmentName(department) },
          { key: 'by', label: say(knownErrorWords, 'openedBy'), children: nameOf(openedBy) },
          { key: 'at', label: say(knownErrorWords, 'openedAt'), children: <Instant at={openedAt} /> },
        ]}
      />
    </Card>
  );
}
