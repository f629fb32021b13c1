import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';

interface JsonTextProps {
  readonly document: unknown;
  readonly change: (document: unknown) => void;
}

interface Typed {
  readonly text: string;
  /** The document that it was typed for: it is shown no longer than that document stands. */
  readonly of: unknown;
  readonly fault?: string;
}

/** The document as the API takes it. What is not JSON yet is said and stays as typed; the form keeps what it had. */
export function JsonText({ document, change }: JsonTextProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState<Typed>();
  const written = typed?.of === document ? typed : undefined;
  const write = (text: string) => {
    try {
      const parsed: unknown = JSON.parse(text);
      change(parsed);
      setTyped({ text, of: parsed });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      setTyped({ text, of: document, fault: error.message });
    }
  };
  return (
    <div className="stack">
      <Input.TextArea
        value={written?.text ?? JSON.stringify(document, undefined, 2)}
        onChange={(event) => write(event.target.value)}
        rows={18}
        spellCheck={false}
        aria-label={t('editDraft')}
        style={{ fontFamily: 'ui-monospace, Consolas, monospace', fontSize: 12 }}
      />
      {written?.fault !== undefined && <Alert type="warning" showIcon title={t('notJson')} description={written.fault} />}
    </div>
  );
}
