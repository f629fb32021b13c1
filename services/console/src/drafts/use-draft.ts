import { useCallback, useState } from 'react';

export interface Draft<Value> {
  readonly value: Value;
  /** It was there before this page: somebody began and was interrupted. */
  readonly wasFound: boolean;
  set(value: Value): void;
  /** Sent, or no longer wanted. */
  discard(): void;
}

const prefix = 'ledgerline.draft.';

function read<Value>(place: string): Value | undefined {
  try {
    const text = localStorage.getItem(place);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/**
 * What somebody is writing, kept in this browser with every stroke: a reload or a lost connection takes nothing away. One component, one
 * draft: give what uses it a React key where the draft can become another.
 */
export function useDraft<Value>(key: string, initial: () => Value): Draft<Value> {
  const place = `${prefix}${key}`;
  const [{ value, wasFound }, setState] = useState(() => {
    const found = read<Value>(place);
    return { value: found ?? initial(), wasFound: found !== undefined };
  });
  const set = useCallback(
    (next: Value) => {
      localStorage.setItem(place, JSON.stringify(next));
      setState((before) => ({ ...before, value: next }));
    },
    [place],
  );
  const discard = useCallback(() => {
    localStorage.removeItem(place);
    setState({ value: initial(), wasFound: false });
  }, [place, initial]);
  return { value, wasFound, set, discard };
}

/** On signing out of a shared computer nobody's words stay behind. */
export function forgetDrafts(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
}
