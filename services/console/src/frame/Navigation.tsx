import { Menu, type MenuProps } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import { WorkCount } from '../work/WorkCount.tsx';
import { listsFor } from '../work/work-lists.ts';
import { menuOf } from './menu.ts';

type Items = NonNullable<MenuProps['items']>;

/** The pages that the server offers the user. Hiding is a courtesy: the server decides who sees what. */
export function Navigation({ onChosen }: { readonly onChosen?: () => void }) {
  const { t } = useWords();
  const user = useUser();
  const go = useNavigate();
  const { pathname } = useLocation();
  const lists = listsFor(user);
  const work: Items = lists.map((list) => ({
    key: `/work/${list.key}`,
    label: (
      <span style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
        {t(list.word)} <WorkCount list={list} />
      </span>
    ),
  }));
  const groups = menuOf(user);
  const pages: Items = [
    ...(user.areas.includes('register') ? [{ key: '/register', label: t('register') }] : []),
    { type: 'group', label: t('work'), children: work },
    ...groups.map(({ word, pages: children }) => ({
      type: 'group' as const,
      label: t(word),
      children: children.map((page) => ({ key: page.path, label: t(page.word) })),
    })),
  ];
  const places = [
    '/register',
    ...lists.map(({ key }) => `/work/${key}`),
    ...groups.flatMap((group) => group.pages.map(({ path }) => path)),
  ];
  const chosen = places.find((place) => pathname.startsWith(place));
  return (
    <nav aria-label={t('menu')}>
      <Menu
        mode="inline"
        selectedKeys={chosen === undefined ? [] : [chosen]}
        items={pages}
        style={{ border: 0, padding: '8px 0' }}
        onClick={({ key }) => {
          void go(key);
          onChosen?.();
        }}
      />
    </nav>
  );
}
