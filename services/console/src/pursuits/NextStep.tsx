import { Instant, useNow } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { pursuitWords } from '../words/pursuit-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ListedPursuit } from './pursuit-views.ts';

/** What comes next with the customer and by when; whether that has passed is plain to see. */
export function NextStep({ pursuit: { step, dueBy, overdue } }: { readonly pursuit: ListedPursuit }) {
  const { say } = useWords();
  const inWords = useInWords();
  const now = useNow();
  if (dueBy === undefined) return null;
  const reminded = overdue?.dueBy === dueBy ? overdue.times : 0;
  return (
    <span className="row-end">
      <span className="words">{inWords(step)}</span>
      <Instant at={dueBy} />
      {Date.parse(dueBy) < now && <strong className="late">{say(pursuitWords, 'late')}</strong>}
      {reminded > 0 && <span className="quiet">{say(pursuitWords, 'reminded', { n: reminded })}</span>}
    </span>
  );
}
