import { Card, Tag } from 'antd';
import { usePeople } from '../api/names.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useUser } from '../session/session.tsx';
import { rosterChangeStateWords, rosterStepWords, rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import type { RosterChangeView, RosterView } from './roster-views.ts';
import { shiftNames } from './shift-names.ts';

/** What was asked for after publication: the colleague agrees, whoever plans decides. */
export function RosterChanges({ roster, mayPlan }: { readonly roster: RosterView; readonly mayPlan: boolean }) {
  const { say, of } = useWords();
  const inWords = useInWords();
  const nameOf = usePeople(roster.changes.flatMap((one) => [one.account, one.with, one.decided?.by]));
  const wanted = ({ shifts = [] }: RosterChangeView) => shiftNames(shifts, roster.shifts, say(rosterWords, 'dayOffLong'));
  return (
    <Card size="small" title={say(rosterWords, 'changes')}>
      {roster.changes.length === 0 && <span className="quiet">{say(rosterWords, 'noChanges')}</span>}
      <ul className="lines">
        {roster.changes.toReversed().map((change) => (
          <li key={change.request}>
            <span className="row-end">
              <strong>{nameOf(change.account)}</strong> <span className="figure">{change.date}</span>
              {change.with === undefined
                ? say(rosterWords, 'asksFor', { shifts: wanted(change) })
                : say(rosterWords, 'swapWith', { name: `${nameOf(change.with)} ${change.withDate ?? ''}` })}
              <span className="grow" />
              <Tag>{of(rosterChangeStateWords, change.state)}</Tag>
            </span>
            <div className="words">{inWords(change.reason)}</div>
            {change.decided && (
              <span className="quiet">
                {nameOf(change.decided.by)} {change.decided.reason && inWords(change.decided.reason)}
              </span>
            )}
            <ChangeSteps roster={roster} change={change} mayPlan={mayPlan} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface StepsProps {
  readonly roster: RosterView;
  readonly change: RosterChangeView;
  readonly mayPlan: boolean;
}

function ChangeSteps({ roster, change: { request, account, with: other, state }, mayPlan }: StepsProps) {
  const { of } = useWords();
  const { id } = useUser();
  const isOpen = state === 'asked' || state === 'agreed';
  const steps = [
    ...(other === id && state === 'asked' ? ['agree-to-swap', 'decline-swap'] : []),
    ...(mayPlan && state === 'agreed' && account !== id && other !== id ? ['approve-change'] : []),
    ...(mayPlan && isOpen && account !== id && other !== id ? ['refuse-change'] : []),
    ...(account === id && isOpen ? ['withdraw-change'] : []),
  ];
  return (
    <span className="row-end">
      {steps.map((step) => (
        <ActionButton
          key={step}
          operation={`/rosters/{id}/${step}`}
          id={roster.id}
          title={of(rosterStepWords, step)}
          draftOf={`${roster.id} ${String(request)}`}
          initial={{ request }}
          without={['request']}
          refresh={['rosters']}
        />
      ))}
    </span>
  );
}
