import { Card } from 'antd';
import { useItemName } from '../api/items.ts';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { Facts, RecordPage } from '../look/RecordPage.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { proposalStepWords, proposalWords } from '../words/proposal-words.ts';
import { useWords } from '../words/use-words.ts';
import { ProposalCallers } from './ProposalCallers.tsx';
import { ProposalHistory } from './ProposalHistory.tsx';
import { ProposalState } from './ProposalState.tsx';
import type { ProposalView } from './proposal-views.ts';

/** One proposal: what is to become better, who does it by when, what came of it, and who is still to be told. */
export function Page() {
  const inWords = useInWords();
  return (
    <RecordPage<ProposalView>
      collection="proposals"
      steps={['take-up', 'carry-out', 'refuse', 'reopen', 'change', 'join']}
      words={proposalStepWords}
      title={({ title }) => inWords(title) ?? ''}
      state={(proposal) => <ProposalState proposal={proposal} />}
      aside={(proposal) => (
        <>
          <ProposalFacts proposal={proposal} />
          <ProposalHistory history={proposal.history} />
        </>
      )}
    >
      {(proposal) => (
        <>
          <Card size="small">
            <div className="words">{inWords(proposal.text)}</div>
          </Card>
          <ProposalOutcome proposal={proposal} />
          <ProposalCallers proposal={proposal} />
        </>
      )}
    </RecordPage>
  );
}

function ProposalOutcome({ proposal: { outcome } }: { readonly proposal: ProposalView }) {
  const { say } = useWords();
  const inWords = useInWords();
  const nameOf = usePeople([outcome?.by]);
  if (!outcome) return null;
  const said = (
    <span className="quiet">
      {nameOf(outcome.by)} · <Instant at={outcome.at} />
    </span>
  );
  return (
    <Card size="small" title={say(proposalWords, 'outcome')} extra={said}>
      <div className="words">{inWords(outcome.text)}</div>
    </Card>
  );
}

function ProposalFacts({ proposal }: { readonly proposal: ProposalView }) {
  const { t, say } = useWords();
  const departmentName = useDepartmentName();
  const itemName = useItemName();
  const { owner, raisedBy, department, dueBy, reminded, item, product, period, raisedAt } = proposal;
  const nameOf = usePeople([owner, raisedBy]);
  return (
    <Facts
      rows={[
        [t('department'), departmentName(department)],
        [say(proposalWords, 'owner'), nameOf(owner)],
        [say(proposalWords, 'dueBy'), dueBy ? <Instant at={dueBy} /> : say(proposalWords, 'noDate')],
        ['', reminded && say(proposalWords, 'reminded', { n: reminded })],
        [t('item'), item && itemName(item)],
        [t('product_'), product],
        [say(proposalWords, 'period'), period],
        [say(proposalWords, 'raisedBy'), nameOf(raisedBy)],
        [say(proposalWords, 'raisedAt'), <Instant key="at" at={raisedAt} />],
      ]}
    />
  );
}
