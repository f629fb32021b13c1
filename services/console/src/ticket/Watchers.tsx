import { Link } from 'react-router';
import type { TicketView } from '../api/views.ts';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';

/** For those who watch over what is confidential and personal: who looked at this ticket, and erasing its caller. */
export function Watchers({ ticket: { number, confidential } }: { readonly ticket: TicketView }) {
  const { t } = useWords();
  const user = useUser();
  return (
    <>
      {confidential && holdsOneOf(user, 'auditor', 'coordinator') && (
        <Link to={`/audit/looks?ticket=${number}`}>{t('whoLooked')}</Link>
      )}
      {user.roles.includes('administrator') && (
        <Link to={`/administration/erasure?of=ticket&id=${number}`}>{t('eraseData')}</Link>
      )}
    </>
  );
}
