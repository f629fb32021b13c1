import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import type { Page, TicketView } from '../api/views.ts';
import { ActionForm } from '../commands/ActionButton.tsx';
import { useGroupName } from '../dashboards/use-group-name.ts';
import { useUser } from '../session/session.tsx';
import { knownErrorWords } from '../words/known-error-words.ts';
import { proposalWords } from '../words/proposal-words.ts';
import { useWords } from '../words/use-words.ts';
import type { DigestView } from './digest-views.ts';

type Section = DigestView['sections'][number];
type Line = Section['rows'][number];
type Made = 'proposals' | 'problems';

/** Sections whose lines are a matter that can be made better, and what can be made of them. */
const canBecome: Readonly<Record<string, readonly Made[]>> = {
  suggestions: ['proposals'],
  complaints: ['proposals'],
  'hot-spots': ['proposals'],
  faults: ['proposals', 'problems'],
  'repeated-faults': ['proposals', 'problems'],
};
const commandOf: Readonly<Record<Made, string>> = { proposals: 'raise-proposal', problems: 'open-problem' };
/** Tickets that it can begin with; more are added afterwards. */
const most = 50;

interface FromLineProps {
  readonly line: Line;
  readonly section: Section;
  readonly digest: DigestView;
}

/** What the user may make of a section's lines. */
export function useCanBecome(section: Section): readonly Made[] {
  const { commands } = useUser();
  return (canBecome[section.section] ?? []).filter((made) => commands.includes(commandOf[made]));
}

/** A line of a digest becomes a proposal, or a problem: with its item and product, and the tickets behind it. */
export function FromLine(props: FromLineProps) {
  const { say } = useWords();
  const [made, setMade] = useState<Made>();
  const titles = { proposals: say(proposalWords, 'makeProposal'), problems: say(knownErrorWords, 'open') };
  return (
    <>
      {useCanBecome(props.section).map((one) => (
        <Button key={one} type="link" size="small" onClick={() => setMade(one)}>
          {titles[one]}
        </Button>
      ))}
      <Drawer
        open={made !== undefined}
        onClose={() => setMade(undefined)}
        title={made && titles[made]}
        size={520}
        destroyOnHidden
      >
        {made && <Making {...props} made={made} title={titles[made]} onClose={() => setMade(undefined)} />}
      </Drawer>
    </>
  );
}

interface MakingProps extends FromLineProps {
  readonly made: Made;
  readonly title: string;
  readonly onClose: () => void;
}

function Making({ line, section, digest, made, title, onClose }: MakingProps) {
  const { language, problem } = useWords();
  const go = useNavigate();
  const nameOf = useGroupName();
  const address = `${line.tickets.replace('/api/v1', '')}&limit=${most}`;
  const { data, error } = useQuery({
    queryKey: ['tickets', 'behind', address],
    queryFn: ({ signal }) => call<Page<TicketView>>('GET', address, { signal }),
  });
  if (error && !data) return <Alert type="warning" showIcon role="alert" title={problem(codeOf(error))} />;
  if (!data) return <Skeleton active />;
  const code = (column: string) => {
    const value = line.group[column];
    return typeof value === 'string' && value !== 'none' ? value : undefined;
  };
  const names = Object.keys(line.group)
    .filter((column) => code(column) !== undefined)
    .map((column) => nameOf(column, line.group[column]));
  const initial = {
    title: [section.title[language], ...names].join(' · '),
    department: digest.department,
    item: code('item'),
    product: code('product'),
    ...(made === 'proposals' ? { period: digest.period.name } : {}),
    tickets: data.items.map(({ number }) => number),
  };
  return (
    <ActionForm
      operation={`/${made}`}
      title={title}
      draftOf={address}
      initial={initial}
      refresh={[made]}
      onDone={({ id }) => void go(`/${made}/${String(id)}`)}
      onClose={onClose}
    />
  );
}
