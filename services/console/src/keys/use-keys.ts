import { useEffect, useRef } from 'react';

type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

let first = '';
let firstAt = 0;

/** Single keys, and two in a row as `g w`, wherever nobody is writing. The page mounted last is asked first. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const both = performance.now() - firstAt < 1_000 ? `${first} ${event.key}` : '';
      const does = now.current[both] ?? now.current[event.key];
      if (does) {
        event.preventDefault();
        does(event);
        first = '';
        return;
      }
      first = event.key;
      firstAt = performance.now();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
