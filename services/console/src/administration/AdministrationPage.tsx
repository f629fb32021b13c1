import { Tabs } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { PageHead } from '../look/PageHead.tsx';
import { useWords } from '../words/use-words.ts';
import { Erasures } from '../erasure/Erasures.tsx';
import { MailDesk } from '../mail/MailDesk.tsx';
import { Webhooks } from '../webhooks/Webhooks.tsx';
import { Departments } from './Departments.tsx';
import { Sites } from './Sites.tsx';
import { Substitutions } from '../substitutes/Substitutions.tsx';
import { Tokens } from './Tokens.tsx';
import { Users } from './Users.tsx';

/** Who works here and where, and which programs may call. */
export function Page() {
  const { t } = useWords();
  const go = useNavigate();
  const { part = 'users' } = useParams();
  return (
    <div className="page stack">
      <PageHead title={t('administration')} />
      <Tabs
        activeKey={part}
        destroyOnHidden
        onChange={(key) => void go(`/administration/${key}`)}
        items={[
          { key: 'users', label: t('users'), children: <Users /> },
          { key: 'departments', label: t('departments'), children: <Departments /> },
          { key: 'sites', label: t('sites'), children: <Sites /> },
          { key: 'substitutes', label: t('substitutes'), children: <Substitutions /> },
          { key: 'tokens', label: t('tokens'), children: <Tokens /> },
          { key: 'webhooks', label: t('webhooks'), children: <Webhooks /> },
          { key: 'mail', label: t('mail'), children: <MailDesk /> },
          { key: 'erasure', label: t('erasures'), children: <Erasures /> },
        ]}
      />
    </div>
  );
}
