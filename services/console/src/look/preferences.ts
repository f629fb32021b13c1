import { useSyncExternalStore } from 'react';
import type { Language } from '../words/pair.ts';

export interface Preferences {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
}

const place = 'ledgerline.preferences';
const listeners = new Set<() => void>();

function read(): Preferences {
  const first = navigator.languages.find((one) => /^(zh|en)\b/i.test(one)) ?? 'zh';
  const otherwise: Preferences = { language: first.toLowerCase().startsWith('en') ? 'en' : 'zh', theme: 'system' };
  try {
    return { ...otherwise, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>) };
  } catch {
    return otherwise;
  }
}

let now = read();

export function setPreferences(change: Partial<Preferences>): void {
  now = { ...now, ...change };
  localStorage.setItem(place, JSON.stringify(now));
  for (const listener of listeners) listener();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
}
