import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { ContactView } from '../api/people-views.ts';
import { textOf } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';

/** What is done about one contact: the call returned, an attempt at it, a ticket made of it or found for it. */
export function ContactActions({ contact }: { readonly contact: ContactView }) {
  const { t } = useWords();
  const go = useNavigate();
  const user = useUser();
  const { id, duty, ticket, channel, hasRecording } = contact;
  const act = { id, refresh: ['contacts'] } as const;
  const mayHear = holdsOneOf(user, 'team-leader', 'coordinator', 'inspector', 'leader', 'auditor');
  const phone = textOf(contact.from);
  const callId = textOf(contact.callId);
  const register = () => {
    const known = { ...(phone === undefined ? {} : { phone }), ...(callId === undefined ? {} : { callId }), channel };
    void go(`/register?${new URLSearchParams(known).toString()}`);
  };
  return (
    <span className="row-end">
      {duty === 'owed' && (
        <>
          <ActionButton type="primary" operation="/contacts/{id}/return-call" title={t('returnCall')} {...act} />
          <ActionButton operation="/contacts/{id}/record-contact-attempt" title={t('recordAttempt')} {...act} />
        </>
      )}
      {ticket === undefined && (
        <>
          <Button onClick={register}>{t('register')}</Button>
          <ActionButton operation="/contacts/{id}/attach" title={t('attachContact')} {...act} />
        </>
      )}
      {hasRecording && mayHear && <Recording id={id} />}
    </span>
  );
}

/** Heard only with a reason, which stands on record. */
function Recording({ id }: { readonly id: string }) {
  const { t } = useWords();
  const play = ({ recording }: Readonly<Record<string, unknown>>) => {
    if (typeof recording === 'string' && /^https?:/.test(recording)) window.open(recording, '_blank', 'noopener,noreferrer');
  };
  return <ActionButton operation="/contacts/{id}/play-recording" id={id} title={t('playRecording')} refresh={[]} onDone={play} />;
}
