import { Button } from 'antd';
import { useWords } from '../words/use-words.ts';
import { setPreferences } from './preferences.ts';

export function LanguageButton() {
  const { t, language } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setPreferences({ language: other })}>
      {t('language')}
    </Button>
  );
}
