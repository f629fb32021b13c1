import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid, Layout } from 'antd';
import { useState } from 'react';
import { Outlet } from 'react-router';
import { AnnouncementBanner } from '../announcements/AnnouncementBanner.tsx';
import { CallBar } from '../calls/CallBar.tsx';
import { HelpKeys } from '../keys/HelpKeys.tsx';
import { Live } from '../live/Live.tsx';
import { useWords } from '../words/use-words.ts';
import markUrl from '../mark.svg';
import { ActingBanner } from '../substitutes/ActingBanner.tsx';
import { Navigation } from './Navigation.tsx';
import { SearchTickets } from './SearchTickets.tsx';
import { UserMenu } from './UserMenu.tsx';

/** What stands around every page: where one is, the search, who one is. */
export function Frame() {
  const { t } = useWords();
  const isWide = Grid.useBreakpoint().lg ?? true;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Layout className="whole">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Live />
      <ActingBanner />
      <AnnouncementBanner />
      <CallBar />
      <Layout.Header style={{ display: 'flex', gap: 12, alignItems: 'center', borderBottom: '1px solid rgba(128,128,128,0.25)' }}>
        {!isWide && <Button type="text" icon={<MenuOutlined />} aria-label={t('menu')} onClick={() => setIsOpen(true)} />}
        <img src={markUrl} alt="" width={24} height={24} />
        {isWide && <strong style={{ fontSize: 15 }}>{t('product')}</strong>}
        <SearchTickets />
        <UserMenu />
      </Layout.Header>
      <Layout>
        {isWide ? (
          <Layout.Sider width={208} theme="light" style={{ borderRight: '1px solid rgba(128,128,128,0.2)', overflow: 'auto' }}>
            <Navigation />
          </Layout.Sider>
        ) : (
          <Drawer
            open={isOpen}
            onClose={() => setIsOpen(false)}
            placement="left"
            size={260}
            title={t('menu')}
            styles={{ body: { padding: 0 } }}
          >
            <Navigation onChosen={() => setIsOpen(false)} />
          </Drawer>
        )}
        <Layout.Content id="content" role="main" tabIndex={-1} style={{ minWidth: 0, overflow: 'hidden', outline: 'none' }}>
          <Outlet />
        </Layout.Content>
      </Layout>
      <HelpKeys />
    </Layout>
  );
}
