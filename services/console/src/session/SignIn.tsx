import { Alert, Button, Card, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { Refusal } from '../api/client.ts';
import { LanguageButton } from '../look/LanguageButton.tsx';
import { useWords } from '../words/use-words.ts';
import { CodeItem } from './CodeItem.tsx';
import { OtherWays } from './OtherWays.tsx';
import { refusedAtProvider } from './refused-at-provider.ts';
import { useSession } from './session.tsx';
import markUrl from '../mark.svg';

interface Entered {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
}

export function SignIn() {
  const { t, problem } = useWords();
  const { signIn } = useSession();
  const [refusal, setRefusal] = useState(refusedAtProvider);
  const [busy, setBusy] = useState(false);
  const [asksForCode, setAsksForCode] = useState(false);
  const submit = async ({ username, password, code }: Entered) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await signIn(username, password, code);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'second-factor-required') setAsksForCode(true);
      else setRefusal(error.code);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main style={{ minHeight: '100%', display: 'grid', placeItems: 'center', padding: 16 }}>
      <Card style={{ width: 'min(360px, 100%)' }}>
        <div className="row-end" style={{ justifyContent: 'space-between' }}>
          <img src={markUrl} alt="" width={36} height={36} />
          <LanguageButton />
        </div>
        <Typography.Title level={1} style={{ fontSize: 22, margin: '12px 0 0' }}>
          {t('product')}
        </Typography.Title>
        <Typography.Paragraph type="secondary">{t('signInLead')}</Typography.Paragraph>
        <Form<Entered> layout="vertical" onFinish={submit} requiredMark={false} size="large">
          <Form.Item name="username" label={t('username')} rules={[{ required: true, message: t('required') }]}>
            <Input autoComplete="username" autoFocus autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('required') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {asksForCode && <CodeItem />}
          {refusal && <Alert type="error" showIcon title={problem(refusal)} style={{ marginBottom: 16 }} role="alert" />}
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('signIn')}
          </Button>
        </Form>
        <OtherWays />
      </Card>
    </main>
  );
}
