import { Card, Descriptions } from 'antd';
import type { CustomerView, MemberProfileView, ProfileDetailsView, ProfileEntryView } from '../api/people-views.ts';
import { isErased } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { Found } from '../look/Found.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { customerWords, entryWords } from '../words/customer-words.ts';
import { channelWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import { useProfile } from './use-profile.ts';

const refresh = ['customers'];

/** What is kept of a customer. Of one who was merged it stays theirs, and is changed there: it is what an unmerging gives back. */
export function ProfileCard({ customer }: { readonly customer: CustomerView }) {
  const { say } = useWords();
  const user = useUser();
  const asked = useProfile(customer);
  const profiles = asked.data?.profiles ?? [];
  const own = profiles.find((one) => one.customer === customer.id);
  const isEmpty = profiles.every(({ entries, details }) => entries.length === 0 && Object.keys(details ?? {}).length === 0);
  const act = { id: customer.id, refresh } as const;
  const actions = holdsOneOf(user, 'agent') && own && (
    <span className="actions">
      <ActionButton
        operation="/customers/{id}/profile"
        title={say(customerWords, 'describe')}
        initial={detailsOf(own) as Readonly<Record<string, unknown>>}
        {...act}
      />{' '}
      <ActionButton operation="/customers/{id}/add-entry" title={say(customerWords, 'addEntry')} {...act} />
    </span>
  );
  return (
    <Card size="small" title={say(customerWords, 'profile')} extra={actions}>
      <Found asked={asked} nothing={isEmpty && say(customerWords, 'nothingKept')}>
        {profiles.map((profile) => (
          <MemberProfile key={profile.customer} profile={profile} />
        ))}
      </Found>
    </Card>
  );
}

function detailsOf({ details }: MemberProfileView): ProfileDetailsView {
  return typeof details === 'object' && !isErased(details) ? (details as ProfileDetailsView) : {};
}

function MemberProfile({ profile }: { readonly profile: MemberProfileView }) {
  const { t, of, say } = useWords();
  const { preferredChannel, ...details } = detailsOf(profile);
  const known = Object.entries({
    ...details,
    ...(preferredChannel ? { preferredChannel: of(channelWords, preferredChannel) } : {}),
  });
  return (
    <>
      {isErased(profile.details) && <div className="quiet">{t('erased')}</div>}
      <Descriptions
        column={1}
        size="small"
        items={known.map(([name, children]) => ({
          key: name,
          label: say(customerWords, name as keyof ProfileDetailsView),
          children,
        }))}
      />
      <ul className="lines">
        {profile.entries.map((entry) => (
          <Entry key={entry.entry} entry={entry} customer={profile.customer} />
        ))}
      </ul>
    </>
  );
}

function Entry({ entry: { entry, kind, content }, customer }: { readonly entry: ProfileEntryView; readonly customer: string }) {
  const { t, of, say } = useWords();
  const user = useUser();
  if (typeof content !== 'object' || isErased(content)) return <li>{t('erased')}</li>;
  const { text, label } = content as { readonly text: string; readonly label?: string };
  const act = { id: customer, refresh, draftOf: `${customer}.${entry}`, type: 'link', initial: { entry } } as const;
  return (
    <li className="row-end">
      <span>
        {of(entryWords, kind)} · {text}
        {label && ` (${label})`}
      </span>
      {holdsOneOf(user, 'agent') && (
        <span>
          <ActionButton
            operation="/customers/{id}/correct-entry"
            title={say(customerWords, 'correctEntry')}
            without={['entry']}
            {...act}
            initial={{ entry, text, ...(label ? { label } : {}) }}
          />
          <ActionButton
            operation="/customers/{id}/withdraw-entry"
            title={say(customerWords, 'withdrawEntry')}
            without={['entry']}
            {...act}
          />
        </span>
      )}
    </li>
  );
}
