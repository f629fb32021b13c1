import { Tag } from 'antd';
import { awaitedWords, levelWords, statusWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

const statusColors: Readonly<Record<string, string>> = {
  registered: 'gold',
  dispatched: 'gold',
  'in-progress': 'blue',
  'in-review': 'purple',
  'to-check': 'purple',
  'to-reply': 'cyan',
  completed: 'green',
};

export function StatusTag({ status }: { readonly status: string }) {
  const { of } = useWords();
  return (
    <Tag color={statusColors[status] ?? 'default'} style={{ margin: 0 }}>
      {of(statusWords, status)}
    </Tag>
  );
}

/** What somebody has to do before others can go on; each thing once, however many departments wait for it. */
export function AwaitedTags({ awaits = [] }: { readonly awaits?: readonly { readonly command: string }[] | undefined }) {
  const { of } = useWords();
  return [...new Set(awaits.map(({ command }) => command))].map((command) => (
    <Tag key={command} style={{ margin: 0 }}>
      {of(awaitedWords, command)}
    </Tag>
  ));
}

/** General is the rule and says nothing. */
export function LevelTag({ level }: { readonly level: string }) {
  const { of } = useWords();
  if (level === 'general') return null;
  if (level === 'urgent')
    return (
      <Tag className="urgent-tag" style={{ margin: 0 }}>
        {of(levelWords, level)}
      </Tag>
    );
  return (
    <Tag color="orange" style={{ margin: 0 }}>
      {of(levelWords, level)}
    </Tag>
  );
}
