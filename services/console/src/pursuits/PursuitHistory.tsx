import { useDepartmentName, usePeople } from '../api/names.ts';
import { Steps, type ShownStepView } from '../look/Steps.tsx';
import { Instant } from '../look/times.tsx';
import { lossReasonWords, pursuitEventWords, pursuitStageWords, pursuitWords } from '../words/pursuit-words.ts';
import { channelWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

/** What a step says beside its words. */
interface Said {
  readonly owner?: string;
  readonly department?: string;
  readonly stage?: string;
  readonly as?: string;
  readonly why?: string;
  readonly dueBy?: string;
  readonly channel?: string;
  readonly reached?: boolean;
}

/** How it came to this: to which stage, whose it became, whether the customer was reached, and what was said. */
export function PursuitHistory({ history }: { readonly history: readonly ShownStepView[] }) {
  const { say, of } = useWords();
  const departmentName = useDepartmentName();
  const nameOf = usePeople(history.map(({ data }) => (data as Said).owner));
  const more = ({ data }: ShownStepView) => {
    const { owner, department, stage, as, why, dueBy, channel, reached } = data as Said;
    return (
      <span className="row-end quiet">
        {department && <span>{departmentName(department)}</span>}
        {owner && <span>{nameOf(owner)}</span>}
        {(stage ?? as) && <span>{of(pursuitStageWords, stage ?? as)}</span>}
        {why && <span>{of(lossReasonWords, why)}</span>}
        {channel && <span>{of(channelWords, channel)}</span>}
        {reached !== undefined && <span>{say(pursuitWords, reached ? 'reached' : 'notReached')}</span>}
        {dueBy && <Instant at={dueBy} />}
      </span>
    );
  };
  const written = ['title', 'text', 'step', 'reason'];
  return <Steps title={say(pursuitWords, 'history')} steps={history} words={pursuitEventWords} written={written} more={more} />;
}
