import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';

/** What may be wider than the screen. Where it is, the keyboard can scroll it too. */
export function ScrollX({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [isWider, setIsWider] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setIsWider(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(measure);
    // A table inside grows by itself: with another language, another page of it, words that come late.
    for (const one of [element, ...element.querySelectorAll('table')]) observer.observe(one);
    measure();
    return () => observer.disconnect();
  });
  return (
    <div ref={box} className="scroll-x" {...(isWider ? { tabIndex: 0, role: 'region', 'aria-label': t('scrolls') } : {})}>
      {children}
    </div>
  );
}
