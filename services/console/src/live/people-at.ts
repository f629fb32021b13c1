import { useEffect, useSyncExternalStore } from 'react';
import { call } from '../api/client.ts';
import type { PersonAt } from './change-stream.ts';

/** Milliseconds between signs; the server lets go of one who has given none for 45 s. */
const signsEvery = 20_000;
const nobody: readonly PersonAt[] = [];
let people: ReadonlyMap<string, readonly PersonAt[]> = new Map();
const listeners = new Set<() => void>();

export function setPeopleAt(ticket: string, at: readonly PersonAt[]): void {
  people = new Map([...people, [ticket, at]]);
  for (const listener of listeners) listener();
}

export function usePeopleAt(ticket: string | undefined): readonly PersonAt[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (ticket === undefined ? nobody : (people.get(ticket) ?? nobody)),
  );
}

/** Lets colleagues who are at the same ticket know what one is doing here. That nobody hears it now and then is no harm. */
export function useSignOfPresence(ticket: string | undefined, doing: 'looking' | 'writing'): void {
  useEffect(() => {
    if (ticket === undefined) return undefined;
    const sign = (does: string) =>
      void call('PUT', `/tickets/${ticket}/presence`, { body: { doing: does } }).catch(() => undefined);
    sign(doing);
    const timer = setInterval(() => sign(doing), signsEvery);
    return () => clearInterval(timer);
  }, [ticket, doing]);
  useEffect(() => {
    if (ticket === undefined) return undefined;
    const leave = () => void call('PUT', `/tickets/${ticket}/presence`, { body: { doing: 'away' } }).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [ticket]);
}
