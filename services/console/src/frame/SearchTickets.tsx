import { Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useKeys } from '../keys/use-keys.ts';
import { useWords } from '../words/use-words.ts';

/** A whole number goes straight to its ticket; anything else to the list of what has those words. */
export function SearchTickets() {
  const { t } = useWords();
  const go = useNavigate();
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  useKeys({ '/': () => input.current?.focus({ cursor: 'all' }) });
  const search = () => {
    const words = text.trim();
    if (words === '') return;
    const isNumber = /^\d{8}-?[0-9A-Za-z]{8}-?[0-9A-Za-z]$/.test(words);
    void go(isNumber ? `/tickets/${words.toUpperCase()}` : `/work/all?q=${encodeURIComponent(words)}`);
    input.current?.blur();
  };
  return (
    <form
      role="search"
      className="grow"
      style={{ maxWidth: 420, lineHeight: 1 }}
      onSubmit={(event) => (event.preventDefault(), search())}
    >
      <Input
        ref={input}
        type="search"
        size="middle"
        value={text}
        maxLength={200}
        allowClear
        placeholder={t('search')}
        aria-label={t('searchLabel')}
        onChange={(event) => setText(event.target.value)}
        suffix={<kbd className="quiet">/</kbd>}
      />
    </form>
  );
}
