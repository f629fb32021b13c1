import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';

interface JsonTextProps {
  readonly document: unknown;
  readonly change: (document: unknown) => void;
}

/** The document as the API takes it. What is not JSON yet is said and stays as typed; the form keeps what it had. */
export function JsonText({ document, change }: JsonTextProps) {
  const { t } = useWords();
  const [text, setText] = useState(() => JSON.stringify(document, undefined, 2));
  const [fault, setFault] = useState<string>();
  const write = (next: string) => {
    setText(next);
    try {
      change(JSON.parse(next));
      setFault(undefined);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      setFault(error.message);
    }
  };
  return (
    <div className="stack">
      <Input.TextArea
        value={text}
        onChange={(event) => write(event.target.value)}
        rows={18}
        spellCheck={false}
        aria-label={t('editDraft')}
        style={{ fontFamily: 'ui-monospace, Consolas, monospace', fontSize: 12 }}
      />
      {fault !== undefined && <Alert type="warning" showIcon title={t('notJson')} description={fault} />}
    </div>
  );
}
