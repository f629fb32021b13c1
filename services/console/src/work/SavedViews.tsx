import { StarOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Input, type MenuProps } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import type { WorkList } from './work-lists.ts';

interface View {
  readonly name: string;
  readonly place: string;
}

function read(place: string): readonly View[] {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as View[]) : [];
  } catch {
    return [];
  }
}

/** A person's own views: a list with its filters, under a name, kept in this browser. */
export function SavedViews({ list }: { readonly list: WorkList }) {
  const { t } = useWords();
  const { modal } = App.useApp();
  const user = useUser();
  const go = useNavigate();
  const [search] = useSearchParams();
  const place = `ledgerline.views.${user.id}`;
  const [views, setViews] = useState(() => read(place));
  const keep = (next: readonly View[]) => {
    localStorage.setItem(place, JSON.stringify(next));
    setViews(next);
  };
  const save = () => {
    let name = '';
    void modal.confirm({
      title: t('saveView'),
      icon: null,
      content: (
        <Input
          autoFocus
          maxLength={40}
          placeholder={t('viewName')}
          aria-label={t('viewName')}
          onChange={(event) => (name = event.target.value.trim())}
        />
      ),
      okText: t('save'),
      onOk: () => {
        if (name === '') return;
        const kept = views.filter((view) => view.name !== name);
        keep([...kept, { name, place: `/work/${list.key}?${search.toString()}` }].slice(-30));
      },
    });
  };
  const items: MenuProps['items'] = [
    ...views.map((view) => ({
      key: view.name,
      label: view.name,
      onClick: () => void go(view.place),
      extra: (
        <Button
          type="text"
          size="small"
          aria-label={`${t('removeView')} ${view.name}`}
          onClick={(event) => {
            event.stopPropagation();
            keep(views.filter((one) => one !== view));
          }}
        >
          ×
        </Button>
      ),
    })),
    ...(views.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: 'save ', label: t('saveView'), onClick: save },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button size="middle" icon={<StarOutlined />}>
        {t('savedViews')}
      </Button>
    </Dropdown>
  );
}
