import { Tag } from 'antd';
import { rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedRoster } from './roster-views.ts';

export function RosterState({ roster }: { readonly roster: Pick<ListedRoster, 'edition' | 'publishedThrough'> }) {
  const { say } = useWords();
  const { edition, publishedThrough } = roster;
  if (publishedThrough === undefined) return <Tag>{say(rosterWords, 'draft')}</Tag>;
  return (
    <span className="row-end">
      <Tag color="green">{say(rosterWords, 'published', { date: publishedThrough })}</Tag>
      <Tag>{say(rosterWords, 'edition', { n: edition })}</Tag>
    </span>
  );
}
