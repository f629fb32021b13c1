import { Tabs } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { qualityWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';

/** The parts of quality inspection that the server offers the user. */
export function QualityTabs() {
  const { t, say } = useWords();
  const user = useUser();
  const go = useNavigate();
  const { pathname } = useLocation();
  const readsAll = holdsOneOf(user, 'inspector', 'coordinator', 'leader', 'auditor');
  const items = [
    { key: '/quality', label: t('quality') },
    { key: '/quality-figures', label: say(qualityWords, 'figures') },
    ...(readsAll ? [{ key: '/quality-samples', label: say(qualityWords, 'samples') }] : []),
    ...(readsAll ? [{ key: '/calibrations', label: say(qualityWords, 'calibrations') }] : []),
  ];
  return <Tabs activeKey={pathname} onChange={(key) => void go(key)} items={items} />;
}
