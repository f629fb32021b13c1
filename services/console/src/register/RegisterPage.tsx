import { Alert, Button, Card, Form, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { call, Refusal } from '../api/client.ts';
import type { RegisteredView } from '../api/views.ts';
import { fieldFaults } from '../commands/field-faults.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import { CallerFields } from './CallerFields.tsx';
import { CallerHistory } from './CallerHistory.tsx';
import { KnownProblems } from '../problems/KnownProblems.tsx';
import { KnownArticles } from './KnownArticles.tsx';
import { MatterFields } from './MatterFields.tsx';
import { Registered } from './Registered.tsx';
import { bodyOf, emptyMatter, matterFrom, type Matter } from './matter.ts';
import { SimilarTickets } from './SimilarTickets.tsx';

interface Written {
  readonly matter: Matter;
  /** However often it is sent, one ticket. */
  readonly key: string;
}

/** What a caller says, as it is said. What is known from where one comes (a missed call, a burst) stands in the address. */
export function Page() {
  const [search] = useSearchParams();
  return <Registration key={search.toString()} search={search} />;
}

/** Who they are, what was before, what is known, and no mouse needed. */
function Registration({ search }: { readonly search: URLSearchParams }) {
  const words = useWords();
  const { t } = words;
  const user = useUser();
  const client = useQueryClient();
  const go = useNavigate();
  const [form] = Form.useForm<Matter>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setIsBusy] = useState(false);
  const [done, setDone] = useState<RegisteredView>();
  const draft = useDraft<Written>(`${user.id}.register.${search.toString()}`, () => ({
    matter: matterFrom(search),
    key: crypto.randomUUID(),
  }));
  const { matter, key } = draft.value;
  const caller = matter.caller ?? {};
  const startAgain = () => {
    draft.discard();
    form.setFieldsValue({ ...emptyMatter });
    form.resetFields();
    setDone(undefined);
    setRefusal(undefined);
    if (search.size > 0) void go('/register');
  };
  const submit = async () => {
    setIsBusy(true);
    setRefusal(undefined);
    try {
      const registered = await call<RegisteredView>('POST', '/tickets', {
        body: bodyOf(matter),
        headers: { 'idempotency-key': key },
      });
      draft.discard();
      setDone(registered);
      void client.invalidateQueries({ queryKey: ['tickets'] });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const faults = fieldFaults(error, words) as unknown as Parameters<typeof form.setFields>[0];
      form.setFields(faults);
      if (faults[0]) form.scrollToField(faults[0].name, { focus: true });
      setRefusal(error);
    } finally {
      setIsBusy(false);
    }
  };
  const initial = useMemo(() => draft.value.matter, []);
  if (done) return <Registered registered={done} onAnother={startAgain} />;
  return (
    <div className="page">
      <Form<Matter>
        form={form}
        layout="vertical"
        size="middle"
        initialValues={initial}
        onValuesChange={(_, all) => draft.set({ ...draft.value, matter: all })}
        onFinish={() => void submit()}
        onFinishFailed={({ errorFields }) => errorFields[0] && form.scrollToField(errorFields[0].name, { focus: true })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
        className="columns register"
        aria-label={t('register')}
      >
        <div className="stack">
          <div className="row-end">
            <Typography.Title level={1} style={{ fontSize: 18, margin: 0 }}>
              {t('register')}
            </Typography.Title>
            <span className="grow" />
            {draft.wasFound && (
              <>
                <span className="quiet">{t('draftFound')}</span>
                <Button onClick={startAgain}>{t('discardDraft')}</Button>
              </>
            )}
          </div>
          <Card size="small" title={t('caller')}>
            <CallerFields />
          </Card>
          <Card size="small" title={t('matter')}>
            <MatterFields />
          </Card>
          {refusal && (
            <Alert type={refusal.isPassing ? 'warning' : 'error'} showIcon role="alert" title={words.problem(refusal.code)} />
          )}
          <div className="row-end">
            <Button type="primary" htmlType="submit" size="large" loading={isBusy}>
              {t('register')} <kbd>Ctrl ↵</kbd>
            </Button>
          </div>
        </div>
        <aside className="stack" aria-label={t('history')}>
          <CallerHistory
            phone={caller.phone}
            email={caller.email}
            onRecognised={(known) => {
              const now = form.getFieldValue('caller') as Matter['caller'];
              if (now?.name || !known) return;
              form.setFieldValue(['caller', 'name'], known);
              draft.set({ ...draft.value, matter: { ...matter, caller: { ...now, name: known } } });
            }}
          />
          <KnownProblems matter={matter} />
          <KnownArticles text={`${matter.subject ?? ''} ${matter.description ?? ''}`} />
          <SimilarTickets text={`${matter.subject ?? ''} ${matter.description ?? ''}`} />
        </aside>
      </Form>
    </div>
  );
}
