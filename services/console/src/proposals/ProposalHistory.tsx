import { useDepartmentName, usePeople } from '../api/names.ts';
import { Steps, type ShownStepView } from '../look/Steps.tsx';
import { Instant } from '../look/times.tsx';
import { proposalEventWords, proposalWords } from '../words/proposal-words.ts';
import { useWords } from '../words/use-words.ts';

/** How a proposal came to this, with whose it became and until when. */
export function ProposalHistory({ history }: { readonly history: readonly ShownStepView[] }) {
  const { say } = useWords();
  const departmentName = useDepartmentName();
  const nameOf = usePeople(history.map(({ data }) => textIn(data['owner'])));
  const more = ({ type, data }: ShownStepView) => {
    const [department, owner, dueBy] = [textIn(data['department']), textIn(data['owner']), textIn(data['dueBy'])];
    if (type === 'ProposalRaised') return null;
    return (
      <span className="row-end quiet">
        {department && <span>{departmentName(department)}</span>}
        {owner && <span>{nameOf(owner)}</span>}
        {dueBy && (
          <span>
            {say(proposalWords, 'dueBy')} <Instant at={dueBy} />
          </span>
        )}
      </span>
    );
  };
  const title = say(proposalWords, 'history');
  return <Steps title={title} steps={history} words={proposalEventWords} written={['reason']} more={more} />;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
