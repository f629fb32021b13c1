import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../words/use-words.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import type { DocumentKind } from './document-kinds.ts';

const codePattern = /^[a-z][a-z0-9-]{0,39}$/;

/** A document that is not there yet: its code, by which others name it for ever, then what it says. */
export function NewDocument({ kind: { path, blank } }: { readonly kind: DocumentKind }) {
  const { t } = useWords();
  const go = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const [code, setCode] = useState('');
  const isCode = codePattern.test(code);
  const saved = () => {
    setIsOpen(false);
    void go(`/rules/${path}/${code}`);
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('newDocument')}</Button>
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} title={t('newDocument')} size={820} destroyOnHidden>
        <div className="stack">
          <label htmlFor="new-document-code">{t('code')}</label>
          <Input
            id="new-document-code"
            size="middle"
            value={code}
            maxLength={40}
            status={code === '' || isCode ? '' : 'error'}
            onChange={(event) => setCode(event.target.value.trim())}
          />
          {code !== '' && !isCode && <span className="late">{t('codeForm')}</span>}
          {isCode && (
            <DocumentEditor
              key={code}
              type={path}
              code={code}
              body={{ code, effectiveFrom: new Date().toISOString(), ...blank }}
              onSaved={saved}
            />
          )}
        </div>
      </Drawer>
    </>
  );
}
