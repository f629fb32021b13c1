import { ActionButton } from '../commands/ActionButton.tsx';
import { useUser } from '../session/session.tsx';
import { mailWords } from '../words/mail-words.ts';
import { useWords } from '../words/use-words.ts';
import type { MailView } from './mail-view.ts';

interface MailActionsProps {
  readonly mail: MailView;
  readonly onOpened: (raw: string) => void;
}

/** What is done with a mail that no ticket came of: to read it takes a reason, and is on record. */
export function MailActions({ mail: { id, state, ticket }, onOpened }: MailActionsProps) {
  const { say } = useWords();
  const isOver = ticket === undefined && ['set-aside', 'dismissed', 'passed-over'].includes(state);
  if (!useUser().roles.includes('administrator') || !isOver) return null;
  const act = { id, refresh: ['mails'] } as const;
  return (
    <span className="row-end">
      <ActionButton
        operation="/mails/{id}/open"
        title={say(mailWords, 'open')}
        onDone={(raw) => onOpened(String(raw))}
        {...act}
      />
      {state === 'set-aside' && (
        <>
          <ActionButton operation="/mails/{id}/try-again" title={say(mailWords, 'tryAgain')} {...act} />
          <ActionButton operation="/mails/{id}/dismiss" title={say(mailWords, 'dismiss')} {...act} />
        </>
      )}
    </span>
  );
}
