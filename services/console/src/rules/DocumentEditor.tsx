import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Tabs } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { call, Refusal } from '../api/client.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import type { BodyFaultView } from '../api/views.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import type { DocumentKind } from './document-kinds.ts';
import { DocumentForm } from './editor/DocumentForm.tsx';
import { JsonText } from './editor/JsonText.tsx';
import { Faults } from './Faults.tsx';

interface DocumentEditorProps {
  readonly type: DocumentKind['path'];
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly onSaved?: () => void;
}

type Looked =
  { readonly kind: 'sound' } | { readonly kind: 'faulty'; readonly code: string; readonly errors: readonly BodyFaultView[] };

/** Another version of a document, by fields or as the API takes it: one draft, whichever way it is written. */
export function DocumentEditor({ type, code, body, onSaved }: DocumentEditorProps) {
  const { t } = useWords();
  const user = useUser();
  const client = useQueryClient();
  const draft = useDraft<unknown>(`${user.id}.document.${type}.${code}`, () => body);
  const [looked, setLooked] = useState<Looked>();
  const [isBusy, setIsBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (looked?.kind === 'faulty') box.current?.querySelector('.ant-form-item-has-error')?.scrollIntoView({ block: 'center' });
  }, [looked]);
  const errors = looked?.kind === 'faulty' ? looked.errors : [];
  const send = async (path: string) => {
    setIsBusy(true);
    try {
      const answer = await call<{ errors?: readonly BodyFaultView[] }>('POST', path, { body: draft.value });
      const found = answer.errors ?? [];
      setLooked(found.length === 0 ? { kind: 'sound' } : { kind: 'faulty', code: 'invalid-document', errors: found });
      return found.length === 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setLooked({ kind: 'faulty', code: error.code, errors: error.errors });
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  const save = async () => {
    if (!(await send(`/${type}`))) return;
    draft.discard();
    await refreshSoon(client, ['documents']);
    onSaved?.();
  };
  return (
    <div className="stack" ref={box}>
      {draft.wasFound && (
        <Alert
          type="info"
          showIcon
          title={t('draftFound')}
          action={<Button onClick={draft.discard}>{t('discardDraft')}</Button>}
        />
      )}
      <Tabs
        size="small"
        items={[
          {
            key: 'form',
            label: t('asForm'),
            children: <DocumentForm type={type} document={draft.value} faults={errors} change={draft.set} />,
          },
          { key: 'json', label: 'JSON', children: <JsonText document={draft.value} change={draft.set} /> },
        ]}
        destroyOnHidden
      />
      {looked?.kind === 'sound' && <Alert type="success" showIcon role="status" title={t('noFaults')} />}
      {looked?.kind === 'faulty' && <Faults code={looked.code} errors={looked.errors} />}
      <span className="row-end">
        <Button size="middle" loading={isBusy} onClick={() => void send(`/${type}/validate`)}>
          {t('check')}
        </Button>
        <Button size="middle" type="primary" loading={isBusy} onClick={() => void save()}>
          {t('saveDraft')}
        </Button>
      </span>
    </div>
  );
}
