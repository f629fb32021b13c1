import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../api/client.ts';
import type { Page, TicketView } from '../api/views.ts';
import { ActionForm } from '../commands/ActionButton.tsx';
import { useGroupName } from '../dashboards/use-group-name.ts';
import type { DigestView } from '../digests/digest-views.ts';
import { proposalWords } from '../words/proposal-words.ts';
import { useWords } from '../words/use-words.ts';

type Line = DigestView['sections'][number]['rows'][number];

/** Callers that a proposal can begin with; more join it afterwards. */
const most = 50;

interface RaiseFromLineProps {
  readonly line: Line;
  /** Of the line's section. */
  readonly title: string;
  readonly digest: DigestView;
}

/** A line of a digest becomes a proposal: with its item and product, and the tickets behind it as those who asked. */
export function RaiseFromLine(props: RaiseFromLineProps) {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const title = say(proposalWords, 'makeProposal');
  return (
    <>
      <Button type="link" size="small" onClick={() => setIsOpen(true)}>
        {title}
      </Button>
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} title={title} size={520} destroyOnHidden>
        <Raising {...props} onClose={() => setIsOpen(false)} />
      </Drawer>
    </>
  );
}

function Raising({ line, title, digest, onClose }: RaiseFromLineProps & { readonly onClose: () => void }) {
  const { say } = useWords();
  const go = useNavigate();
  const nameOf = useGroupName();
  const address = `${line.tickets.replace('/api/v1', '')}&limit=${most}`;
  const { data, isPending } = useQuery({
    queryKey: ['tickets', 'behind', address],
    queryFn: ({ signal }) => call<Page<TicketView>>('GET', address, { signal }),
  });
  if (isPending) return <Skeleton active />;
  const code = (column: string) => {
    const value = line.group[column];
    return typeof value === 'string' && value !== 'none' ? value : undefined;
  };
  const names = Object.keys(line.group).flatMap((column) =>
    code(column) === undefined ? [] : [nameOf(column, line.group[column])],
  );
  const initial = {
    title: [title, ...names].join(' · '),
    department: digest.department,
    item: code('item'),
    product: code('product'),
    period: digest.period.name,
    tickets: (data?.items ?? []).map(({ number }) => number),
  };
  return (
    <ActionForm
      operation="/proposals"
      title={say(proposalWords, 'makeProposal')}
      draftOf={address}
      initial={initial}
      refresh={['proposals']}
      onDone={({ id }) => void go(`/proposals/${String(id)}`)}
      onClose={onClose}
    />
  );
}
