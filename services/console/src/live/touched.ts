import { useSyncExternalStore } from 'react';

/** Milliseconds for which a row that changed under one's eyes is marked. */
const marked = 2_500;
let touched: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function change(next: ReadonlySet<string>): void {
  touched = next;
  for (const listener of listeners) listener();
}

export function touch(ids: readonly string[]): void {
  if (ids.length === 0) return;
  change(new Set([...touched, ...ids]));
  setTimeout(() => change(new Set([...touched].filter((id) => !ids.includes(id)))), marked);
}

/** Tickets that changed a moment ago. */
export function useTouched(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => touched,
  );
}
