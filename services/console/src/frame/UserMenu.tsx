import { UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useNavigate } from 'react-router';
import { LanguageButton } from '../look/LanguageButton.tsx';
import { AgentStateSwitch } from '../wallboard/AgentStateSwitch.tsx';
import { NoticesButton } from '../notices/NoticesButton.tsx';
import { setPreferences, usePreferences } from '../look/preferences.ts';
import { useSession, useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';

export function UserMenu() {
  const { t } = useWords();
  const user = useUser();
  const { act, signOut } = useSession();
  const standsInFor = user.onBehalfOf === undefined ? (user.standsInFor ?? []) : [];
  const { theme } = usePreferences();
  const go = useNavigate();
  const items: MenuProps['items'] = [
    { key: 'account', label: t('account'), onClick: () => void go('/account') },
    { key: 'undertaking', label: t('undertaking'), onClick: () => void go('/undertaking') },
    ...standsInFor.map(({ absent, name }) => ({
      key: absent,
      label: t('actFor', { name: name ?? absent }),
      onClick: () => void act(absent),
    })),
    {
      type: 'group',
      label: t('theme'),
      children: (['system', 'light', 'dark'] as const).map((one) => ({
        key: one,
        label: `${theme === one ? '● ' : '○ '}${t(one)}`,
        onClick: () => setPreferences({ theme: one }),
      })),
    },
    { type: 'divider' },
    { key: 'sign-out', label: t('signOut'), onClick: () => void signOut() },
  ];
  return (
    <span style={{ marginLeft: 'auto', display: 'flex', gap: 4 }}>
      <AgentStateSwitch />
      <NoticesButton />
      <LanguageButton />
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" icon={<UserOutlined />} aria-haspopup="menu">
          {user.name ?? user.username ?? user.id}
        </Button>
      </Dropdown>
    </span>
  );
}
