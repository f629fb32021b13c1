import { Card } from 'antd';
import { Link } from 'react-router';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { Facts, RecordPage } from '../look/RecordPage.tsx';
import { Steps } from '../look/Steps.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import {
  appealOutcomeWords,
  inspectionEventWords,
  inspectionStepWords,
  qualityWords,
  workWords,
} from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import { InspectionState, Result } from './InspectionState.tsx';
import type { InspectionView } from './quality-views.ts';
import { ScoreCard } from './ScoreCard.tsx';
import { ScoreForm } from './ScoreForm.tsx';

/** One inspection: its sheet, every score that was given, the appeal and what came of it. */
export function Page() {
  const { of } = useWords();
  return (
    <RecordPage<InspectionView>
      collection="inspections"
      steps={['appeal', 'dismiss-appeal', 'assign', 'excuse']}
      words={inspectionStepWords}
      title={({ work, month }) => `${of(workWords, work)} · ${month}`}
      state={(inspection) => (
        <>
          <Result result={inspection.result} />
          <InspectionState inspection={inspection} />
        </>
      )}
      aside={(inspection) => <InspectionAside inspection={inspection} />}
    >
      {(inspection) => <Scores inspection={inspection} />}
    </RecordPage>
  );
}

function Scores({ inspection }: { readonly inspection: InspectionView }) {
  const { say } = useWords();
  const { id, scoreSheet: sheet, scored, revised } = inspection;
  const possible = usePossibleSteps('inspections', id);
  return (
    <>
      {possible.includes('score') && (
        <ScoreForm key={`${id} score`} operation={`/inspections/${id}/score`} sheet={sheet} refresh={['inspections']} />
      )}
      {revised && <ScoreCard title={say(qualityWords, 'revised')} sheet={sheet} score={revised} />}
      {scored && <ScoreCard title={say(qualityWords, revised ? 'original' : 'score')} sheet={sheet} score={scored} />}
      <Appeal inspection={inspection} />
      {possible.includes('grant-appeal') && (
        <ScoreForm
          key={`${id} appeal`}
          operation={`/inspections/${id}/grant-appeal`}
          sheet={sheet}
          from={scored}
          withReason
          refresh={['inspections']}
        />
      )}
    </>
  );
}

/** Why the agent objects, and why somebody decided as they did. */
function Appeal({ inspection: { appeal, decision } }: { readonly inspection: InspectionView }) {
  const { t, say, of } = useWords();
  const inWords = useInWords();
  const nameOf = usePeople([appeal?.by.by, decision?.by.by]);
  if (!appeal) return null;
  return (
    <Card size="small" title={say(qualityWords, 'appeal')} extra={<Instant at={appeal.at} />}>
      <p className="words">
        {nameOf(appeal.by.by)}
        {t('colon')}
        {inWords(appeal.reason)}
      </p>
      {decision && (
        <p className="words">
          <strong>{of(appealOutcomeWords, decision.outcome)}</strong> · {nameOf(decision.by.by)}
          {t('colon')}
          {inWords(decision.reason)}
        </p>
      )}
    </Card>
  );
}

function InspectionAside({ inspection }: { readonly inspection: InspectionView }) {
  const { say } = useWords();
  const departmentName = useDepartmentName();
  const { ticket, agent, team, inspector, doneAt, sheet, sample, appealBy, history } = inspection;
  const nameOf = usePeople([agent, inspector]);
  return (
    <>
      <Facts
        rows={[
          [say(qualityWords, 'ticket'), ticket ? <Link to={`/tickets/${ticket}`}>{ticket}</Link> : say(qualityWords, 'hidden')],
          [say(qualityWords, 'agent'), nameOf(agent)],
          [say(qualityWords, 'team'), departmentName(team)],
          [say(qualityWords, 'doneAt'), <Instant key="done" at={doneAt} />],
          [say(qualityWords, 'inspector'), nameOf(inspector) || say(qualityWords, 'unassigned')],
          [say(qualityWords, 'sheet'), sheet],
          [say(qualityWords, 'samples'), sample],
          [say(qualityWords, 'appealBy'), appealBy && <Instant at={appealBy} />],
        ]}
      />
      <Steps title={say(qualityWords, 'history')} steps={history} words={inspectionEventWords} written={['reason', 'remark']} />
    </>
  );
}
