import { usePeople } from '../api/names.ts';
import type { EventView } from '../api/views.ts';
import { fieldWords } from '../words/command-words.ts';
import { useWords } from '../words/use-words.ts';
import { Attachments } from './Attachments.tsx';
import { EventHead } from './EventHead.tsx';
import { attachmentsIn, isFromCaller, isToCaller, writtenIn } from './event-text.ts';
import './conversation.css';

/** What was said and written, newest last; the caller's words and those to the caller stand out. */
export function Conversation({ events }: { readonly events: readonly EventView[] }) {
  const { t, of } = useWords();
  const nameOf = usePeople(events.map(({ meta }) => meta.actor.id));
  const said = events.filter((event) => writtenIn(event).length > 0 || attachmentsIn(event).length > 0);
  if (said.length === 0) return <div className="quiet nothing">{t('nothingSaid')}</div>;
  return (
    <ol className="conversation">
      {said.map((event) => {
        const parts = writtenIn(event);
        return (
          <li key={event.id} className={isFromCaller(event) ? 'from-caller' : isToCaller(event) ? 'to-caller' : undefined}>
            <EventHead event={event} nameOf={nameOf} />
            {parts.map(({ member, text }) => (
              <div key={member} className="words">
                {parts.length > 1 && <span className="quiet">{of(fieldWords, member)}：</span>}
                {text ?? t('erased')}
              </div>
            ))}
            <Attachments ids={attachmentsIn(event)} />
          </li>
        );
      })}
    </ol>
  );
}
