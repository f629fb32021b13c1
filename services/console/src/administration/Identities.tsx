import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Empty } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { textOf, type Page, type Sealed } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { Instant } from '../look/times.tsx';
import { useWords } from '../words/use-words.ts';

interface IdentityView {
  readonly id: string;
  readonly issuer: string;
  readonly subject: Sealed<string>;
  readonly linkedAt: string;
}

const refresh = ['identities'];

/** As whom an account signs in at a provider: linked and unlinked by hand, each with a reason. */
export function Identities({ username }: { readonly username: string }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('oneSignOn')}</Button>
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} title={`${t('oneSignOn')} · ${username}`} size={520} destroyOnHidden>
        <IdentityList username={username} />
      </Drawer>
    </>
  );
}

function IdentityList({ username }: { readonly username: string }) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: [...refresh, username],
    queryFn: ({ signal }) => call<Page<IdentityView>>('GET', `/users/${encodeURIComponent(username)}/identities`, { signal }),
  });
  return (
    <div className="stack">
      <span>
        <ActionButton
          type="primary"
          operation="/users/{id}/link-identity"
          id={username}
          title={t('linkIdentity')}
          refresh={refresh}
        />
      </span>
      {data?.items.length === 0 && <Empty description={t('noIdentities')} />}
      <ul className="lines">
        {data?.items.map(({ id, issuer, subject, linkedAt }) => (
          <li key={id} className="row-end">
            <strong>{textOf(subject) ?? t('erased')}</strong>
            <span className="quiet">{issuer}</span>
            <span className="grow" />
            <Instant at={linkedAt} />
            <ActionButton operation="/identities/{id}/unlink" id={id} title={t('unlinkIdentity')} refresh={refresh} />
          </li>
        ))}
      </ul>
    </div>
  );
}
