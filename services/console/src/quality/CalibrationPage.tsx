import { Card, Tag } from 'antd';
import { Link } from 'react-router';
import { usePeople } from '../api/names.ts';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { Facts, RecordPage } from '../look/RecordPage.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useUser } from '../session/session.tsx';
import { calibrationStatusWords, calibrationStepWords, qualityWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import { AgreementTable } from './AgreementTable.tsx';
import type { CalibrationView } from './calibration-views.ts';
import { ScoreCard } from './ScoreCard.tsx';
import { ScoreForm } from './ScoreForm.tsx';

/** One calibration: the tickets to score, blind; when it is closed what everybody gave, and how far they agree. */
export function Page() {
  const { of } = useWords();
  const inWords = useInWords();
  return (
    <RecordPage<CalibrationView>
      collection="calibrations"
      steps={['close']}
      words={calibrationStepWords}
      title={({ title }) => inWords(title) ?? ''}
      state={({ status }) => <Tag style={{ margin: 0 }}>{of(calibrationStatusWords, status)}</Tag>}
      aside={(calibration) => <CalibrationFacts calibration={calibration} />}
    >
      {(calibration) => (
        <>
          {calibration.agreement && (
            <AgreementTable sheet={calibration.scoreSheet} agreement={calibration.agreement} scores={calibration.scores} />
          )}
          {calibration.tickets.map((ticket) => (
            <TicketScores key={ticket} calibration={calibration} ticket={ticket} />
          ))}
        </>
      )}
    </RecordPage>
  );
}

/** What was given for one ticket, as far as it shows; and the sheet, while one has not given anything. */
function TicketScores({ calibration, ticket }: { readonly calibration: CalibrationView; readonly ticket: string }) {
  const { say } = useWords();
  const user = useUser();
  const { id, scoreSheet: sheet } = calibration;
  const scores = calibration.scores.filter((one) => one.ticket === ticket);
  const nameOf = usePeople(scores.map(({ inspector }) => inspector));
  const isAsked = usePossibleSteps('calibrations', id).includes('score');
  const isDue = isAsked && !scores.some(({ inspector }) => inspector === user.id);
  return (
    <Card size="small" title={<Link to={`/tickets/${ticket}`}>{ticket}</Link>}>
      <div className="stack">
        {isDue && (
          <ScoreForm operation={`/calibrations/${id}/score`} sheet={sheet} beside={{ ticket }} refresh={['calibrations']} />
        )}
        {!isDue && scores.length === 0 && <span className="quiet">{say(qualityWords, 'blind')}</span>}
        {scores.map((score) => (
          <ScoreCard key={score.inspector} title={nameOf(score.inspector)} sheet={sheet} score={score} />
        ))}
      </div>
    </Card>
  );
}

function CalibrationFacts({ calibration }: { readonly calibration: CalibrationView }) {
  const { say } = useWords();
  const { inspectors, sheet, given, openedAt } = calibration;
  const nameOf = usePeople(inspectors);
  return (
    <Facts
      rows={[
        [say(qualityWords, 'sheet'), sheet],
        [say(qualityWords, 'inspector'), inspectors.map(nameOf).join('、')],
        [say(qualityWords, 'given'), given],
        [say(qualityWords, 'openedAt'), <Instant key="at" at={openedAt} />],
      ]}
    />
  );
}
