import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { call, Refusal } from '../api/client.ts';
import type { BodyFaultView } from '../api/views.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';

interface DocumentEditorProps {
  readonly type: string;
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Looked =
  { readonly kind: 'sound' } | { readonly kind: 'faulty'; readonly code: string; readonly errors: readonly BodyFaultView[] };

/** The document as the API takes it, checked before it is drafted; each fault with where it is. */
export function DocumentEditor({ type, code, body }: DocumentEditorProps) {
  const { t, problem } = useWords();
  const user = useUser();
  const client = useQueryClient();
  const draft = useDraft(`${user.id}.document.${type}.${code}`, () => JSON.stringify(body, undefined, 2));
  const [looked, setLooked] = useState<Looked>();
  const [isBusy, setIsBusy] = useState(false);
  const send = async (path: string) => {
    setIsBusy(true);
    try {
      const parsed = JSON.parse(draft.value) as unknown;
      const answer = await call<{ errors?: readonly BodyFaultView[] }>('POST', path, { body: parsed });
      const errors = answer.errors ?? [];
      setLooked(errors.length === 0 ? { kind: 'sound' } : { kind: 'faulty', code: 'invalid-document', errors });
      return errors.length === 0;
    } catch (error) {
      if (error instanceof SyntaxError)
        setLooked({ kind: 'faulty', code: 'invalid-body', errors: [{ pointer: '', detail: error.message }] });
      else if (error instanceof Refusal) setLooked({ kind: 'faulty', code: error.code, errors: error.errors });
      else throw error;
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  const save = async () => {
    if (!(await send(`/${type}`))) return;
    draft.discard();
    void client.invalidateQueries({ queryKey: ['documents'] });
  };
  return (
    <div className="stack">
      <Input.TextArea
        value={draft.value}
        onChange={(event) => draft.set(event.target.value)}
        rows={18}
        spellCheck={false}
        aria-label={t('editDraft')}
        style={{ fontFamily: 'ui-monospace, Consolas, monospace', fontSize: 12 }}
      />
      {looked?.kind === 'sound' && <Alert type="success" showIcon title={t('noFaults')} />}
      {looked?.kind === 'faulty' && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={problem(looked.code)}
          description={
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {looked.errors.map(({ pointer, detail }) => (
                <li key={pointer + detail}>
                  <code>{pointer}</code> {detail}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <span className="row-end">
        <Button size="middle" loading={isBusy} onClick={() => void send(`/${type}/validate`)}>
          {t('check')}
        </Button>
        <Button size="middle" type="primary" loading={isBusy} onClick={() => void save()}>
          {t('save')}
        </Button>
      </span>
    </div>
  );
}
