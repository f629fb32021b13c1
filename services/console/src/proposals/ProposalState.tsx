import { Tag } from 'antd';
import { proposalStatusWords, proposalWords } from '../words/proposal-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedProposal } from './proposal-views.ts';

const colors: Readonly<Record<ListedProposal['status'], string>> = {
  raised: 'gold',
  'taken-up': 'blue',
  'carried-out': 'green',
  refused: 'default',
};

/** Where it stands, and whether it is late. */
export function ProposalState({ proposal }: { readonly proposal: ListedProposal }) {
  const { of, say } = useWords();
  const { status, overdue, confidential } = proposal;
  return (
    <span className="row-end">
      <Tag color={colors[status]} style={{ margin: 0 }}>
        {of(proposalStatusWords, status)}
      </Tag>
      {overdue && <strong className="late">{say(proposalWords, 'overdue')}</strong>}
      {confidential && (
        <Tag color="volcano" style={{ margin: 0 }}>
          {say(proposalWords, 'confidential')}
        </Tag>
      )}
    </span>
  );
}
