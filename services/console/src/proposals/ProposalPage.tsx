import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Result, Skeleton } from 'antd';
import { useParams } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import { useItemName } from '../api/items.ts';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { StepBar } from '../commands/StepBar.tsx';
import { PageHead } from '../look/PageHead.tsx';
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
  const { t, say, problem } = useWords();
  const { id = '' } = useParams();
  const inWords = useInWords();
  const { data: proposal, error } = useQuery({
    queryKey: ['proposals', 'one', id],
    queryFn: ({ signal }) => call<ProposalView>('GET', `/proposals/${id}`, { signal }),
  });
  const nameOf = usePeople([proposal?.outcome?.by]);
  if (error && !proposal) return <Result status="404" title={problem(codeOf(error))} />;
  if (!proposal) return <Skeleton active className="page" />;
  const { outcome } = proposal;
  return (
    <div className="page stack">
      <PageHead title={inWords(proposal.title) ?? ''}>
        <ProposalState proposal={proposal} />
      </PageHead>
      <StepBar
        collection="proposals"
        id={id}
        steps={['take-up', 'carry-out', 'refuse', 'reopen', 'change', 'join']}
        words={proposalStepWords}
        refresh={['proposals']}
      />
      <div className="columns">
        <div className="stack">
          <Card size="small">
            <div className="words">{inWords(proposal.text)}</div>
          </Card>
          {outcome && (
            <Card
              size="small"
              title={say(proposalWords, 'outcome')}
              extra={
                <span className="quiet">
                  {nameOf(outcome.by)} · <Instant at={outcome.at} />
                </span>
              }
            >
              <div className="words">{inWords(outcome.text)}</div>
            </Card>
          )}
          <ProposalCallers proposal={proposal} />
        </div>
        <aside className="stack" aria-label={t('facts')}>
          <ProposalFacts proposal={proposal} />
          <ProposalHistory history={proposal.history} />
        </aside>
      </div>
    </div>
  );
}

function ProposalFacts({ proposal }: { readonly proposal: ProposalView }) {
  const { t, say } = useWords();
  const departmentName = useDepartmentName();
  const itemName = useItemName();
  const { owner, raisedBy, department, dueBy, reminded, item, product, period, raisedAt } = proposal;
  const nameOf = usePeople([owner, raisedBy]);
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [t('department'), departmentName(department)],
    [say(proposalWords, 'owner'), nameOf(owner)],
    [say(proposalWords, 'dueBy'), dueBy ? <Instant at={dueBy} /> : say(proposalWords, 'noDate')],
    ['', reminded && say(proposalWords, 'reminded', { n: reminded })],
    [t('item'), item && itemName(item)],
    [t('product_'), product],
    [say(proposalWords, 'period'), period],
    [say(proposalWords, 'raisedBy'), nameOf(raisedBy)],
    [say(proposalWords, 'raisedAt'), <Instant key="at" at={raisedAt} />],
  ];
  const items = rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, children], key) => ({ key, label, children }));
  return (
    <Card size="small" title={t('facts')}>
      <Descriptions column={1} size="small" items={items} />
    </Card>
  );
}
