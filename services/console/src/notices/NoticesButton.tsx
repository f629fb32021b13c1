import { BellOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useNavigate } from 'react-router';
import { useWords } from '../words/use-words.ts';
import { mostCounted, useUnread } from './notices.ts';

/** How much waits to be read, on every page. */
export function NoticesButton() {
  const { t } = useWords();
  const go = useNavigate();
  const { length } = useUnread();
  const digits = length > mostCounted ? `${mostCounted}+`.length : `${length}`.length;
  return (
    <Badge
      count={length}
      overflowCount={mostCounted}
      size="small"
      offset={[0, 5]}
      styles={{
        // The number begins beside the bell, whatever its length, and has its own room before what follows.
        root: { marginInlineEnd: length === 0 ? 0 : 10 + 8 * digits },
        indicator: { insetInlineEnd: 'auto', insetInlineStart: 15, transform: 'translateY(-50%)' },
      }}
    >
      <Button
        type="text"
        icon={<BellOutlined />}
        aria-label={length === 0 ? t('notices') : `${t('notices')} ${t('unread', { n: length })}`}
        onClick={() => void go('/notices')}
      />
    </Badge>
  );
}
