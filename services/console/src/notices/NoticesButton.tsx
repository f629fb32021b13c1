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
  return (
    <Badge
      count={length}
      overflowCount={mostCounted}
      size="small"
      offset={length > mostCounted ? [14, 6] : [4, 5]}
      style={{ marginInlineEnd: length > mostCounted ? 26 : 6 }}
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
