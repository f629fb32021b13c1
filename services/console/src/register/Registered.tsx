import { Button, Result, Typography } from 'antd';
import { useNavigate } from 'react-router';
import type { RegisteredView } from '../api/views.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useWords } from '../words/use-words.ts';

/** What the caller has to be told, large enough to be read out. */
export function Registered({ registered, onAnother }: { readonly registered: RegisteredView; readonly onAnother: () => void }) {
  const { t } = useWords();
  const go = useNavigate();
  const open = () => void go(`/tickets/${registered.id}`);
  useKeys({ Enter: open, n: onAnother });
  return (
    <Result
      status="success"
      title={t('registered')}
      subTitle={t('registeredLead')}
      extra={[
        <Button key="open" type="primary" size="middle" onClick={open}>
          {t('openTicket')}
        </Button>,
        <Button key="another" size="middle" onClick={onAnother} autoFocus>
          {t('another')}
        </Button>,
      ]}
    >
      <dl
        style={{
          display: 'grid',
          gridTemplateColumns: 'auto auto',
          gap: '8px 20px',
          justifyContent: 'center',
          margin: 0,
          fontSize: 18,
        }}
      >
        <dt>{t('number')}</dt>
        <dd style={{ margin: 0 }}>
          <Typography.Text copyable strong className="figure">
            {registered.number}
          </Typography.Text>
        </dd>
        <dt>{t('secret')}</dt>
        <dd style={{ margin: 0 }}>
          <Typography.Text copyable strong className="figure">
            {registered.secret}
          </Typography.Text>
        </dd>
      </dl>
    </Result>
  );
}
