import { useUser } from '../session/session.tsx';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { RecordPage } from '../look/RecordPage.tsx';
import { Steps } from '../look/Steps.tsx';
import { rosterEventWords, rosterStepWords, rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import { AskForChange } from './AskForChange.tsx';
import { Coverage } from './Coverage.tsx';
import { Findings } from './Findings.tsx';
import { RosterChanges } from './RosterChanges.tsx';
import { RosterGrid } from './RosterGrid.tsx';
import { RosterState } from './RosterState.tsx';
import { ShiftBookCard } from './ShiftBookCard.tsx';
import { TableInAndOut } from './TableInAndOut.tsx';
import type { RosterView } from './roster-views.ts';

/** One roster: who has what, whether that is enough, what the rules say, and what was asked for. */
export function Page() {
  const departmentName = useDepartmentName();
  return (
    <RecordPage<RosterView>
      collection="rosters"
      steps={['publish']}
      words={rosterStepWords}
      title={({ department, month }) => `${departmentName(department)} ${month}`}
      state={(roster) => <RosterState roster={roster} />}
      aside={(roster) => <Aside roster={roster} />}
    >
      {(roster) => <Main roster={roster} />}
    </RecordPage>
  );
}

function Main({ roster }: { readonly roster: RosterView }) {
  const { commands } = useUser();
  const possible = usePossibleSteps('rosters', roster.id);
  const nameOf = usePeople(roster.people.map(({ account }) => account));
  const mayPlan = commands.includes('plan-roster') && possible.includes('plan');
  return (
    <>
      <TableInAndOut roster={roster} mayPlan={mayPlan} />
      <RosterGrid roster={roster} nameOf={nameOf} mayPlan={mayPlan} />
      <RosterChanges roster={roster} mayPlan={mayPlan} />
      <Coverage roster={roster} />
    </>
  );
}

function Aside({ roster }: { readonly roster: RosterView }) {
  const { say } = useWords();
  const { history, findings } = roster;
  return (
    <>
      <AskForChange roster={roster} />
      {findings && <Findings findings={findings} />}
      <ShiftBookCard department={roster.department} />
      {history && (
        <Steps title={say(rosterWords, 'history')} steps={history} words={rosterEventWords} written={['through', 'reason']} />
      )}
    </>
  );
}
