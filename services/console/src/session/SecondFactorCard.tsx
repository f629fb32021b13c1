import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { call, Refusal } from '../api/client.ts';
import { useWords } from '../words/use-words.ts';
import { CodeItem } from './CodeItem.tsx';

interface StateView {
  readonly state: 'off' | 'offered' | 'on';
  readonly recoveryCodesLeft: number;
}
interface OfferView {
  readonly secret: string;
  readonly uri: string;
  readonly recoveryCodes: readonly string[];
}

/** One-time codes at the sign-in: taken on, shown to have arrived, taken away. */
export function SecondFactorCard() {
  const { t, problem } = useWords();
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: ['second-factor'], queryFn: () => call<StateView>('GET', '/session/second-factor') });
  const [offer, setOffer] = useState<OfferView>();
  const [refusal, setRefusal] = useState<string>();
  const send = async <Answer,>(path: string, body: object): Promise<Answer | undefined> => {
    setRefusal(undefined);
    try {
      return await call<Answer>('POST', `/session/second-factor${path}`, { body });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error.code);
      return undefined;
    } finally {
      void client.invalidateQueries({ queryKey: ['second-factor'] });
    }
  };
  const begin = async (body: { password: string }) => setOffer(await send<OfferView>('', body));
  const confirm = async (body: { code: string }) => {
    if (await send('/confirm', body)) setOffer(undefined);
  };
  const remove = (body: { password: string; code: string }) => send('/remove', body);
  return (
    <Card size="small" title={t('secondFactor')}>
      {refusal && <Alert type="error" showIcon role="alert" title={problem(refusal)} style={{ marginBottom: 12 }} />}
      {data?.state === 'on' ? (
        <>
          <Typography.Paragraph>{t('secondFactorOn', { n: data.recoveryCodesLeft })}</Typography.Paragraph>
          <Form layout="inline" onFinish={remove} aria-label={t('secondFactorRemove')}>
            <PasswordItem />
            <CodeItem />
            <Button htmlType="submit" danger>
              {t('secondFactorRemove')}
            </Button>
          </Form>
        </>
      ) : offer ? (
        <div className="stack">
          <Typography.Paragraph style={{ margin: 0 }}>{t('secondFactorScan')}</Typography.Paragraph>
          <QRCode value={offer.uri} size={180} type="svg" aria-label={t('secondFactorKey')} />
          <Typography.Text code copyable>
            {offer.secret}
          </Typography.Text>
          <Typography.Paragraph style={{ margin: 0 }}>{t('recoveryCodes')}</Typography.Paragraph>
          <Typography.Paragraph code copyable={{ text: offer.recoveryCodes.join('\n') }} style={{ margin: 0 }}>
            {offer.recoveryCodes.join('  ')}
          </Typography.Paragraph>
          <Form layout="inline" onFinish={confirm} aria-label={t('secondFactorConfirm')}>
            <CodeItem />
            <Button type="primary" htmlType="submit">
              {t('secondFactorConfirm')}
            </Button>
          </Form>
        </div>
      ) : (
        <>
          <Typography.Paragraph>{t('secondFactorOff')}</Typography.Paragraph>
          <Form layout="inline" onFinish={begin} aria-label={t('secondFactorBegin')}>
            <PasswordItem />
            <Button htmlType="submit">{t('secondFactorBegin')}</Button>
          </Form>
        </>
      )}
    </Card>
  );
}

function PasswordItem() {
  const { t } = useWords();
  return (
    <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('required') }]}>
      <Input.Password autoComplete="current-password" />
    </Form.Item>
  );
}
