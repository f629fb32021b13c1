import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, type ReactNode } from 'react';
import { nonce } from './nonce.ts';
import { useWords } from '../words/use-words.ts';
import { usePreferences } from './preferences.ts';
import { themeOf, useIsDark } from './theme.ts';

/** Language, colours and Ant Design's own words around everything. */
export function Look({ children }: { readonly children: ReactNode }) {
  const { language } = usePreferences();
  const { t } = useWords();
  const isDark = useIsDark();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    document.title = t('product');
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language, isDark, t]);
  return (
    <ConfigProvider theme={themeOf(isDark)} locale={language === 'zh' ? zh : en} csp={{ nonce }} componentSize="small" virtual>
      <App className="whole" message={{ maxCount: 3 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
