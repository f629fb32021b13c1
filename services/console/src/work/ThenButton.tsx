import { HistoryOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { lazy, Suspense } from 'react';
import { useWords } from '../words/use-words.ts';

/** Calendars are large; most lists are looked at as they are now. */
const Then = lazy(async () => ({ default: (await import('./Then.tsx')).Then }));

/** The same list at another moment. */
export function ThenButton({ at, onChosen }: { readonly at: string | undefined; readonly onChosen: (at: string) => void }) {
  const { t } = useWords();
  const content = (
    <Suspense fallback={null}>
      <Then at={at} onChosen={onChosen} />
    </Suspense>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content} destroyOnHidden>
      <Button
        size="middle"
        icon={<HistoryOutlined />}
        type={at === undefined ? 'default' : 'primary'}
        aria-label={t('then')}
        title={t('then')}
      />
    </Popover>
  );
}
