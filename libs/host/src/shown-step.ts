import type { RecordedEvent } from '@ledgerline/kernel';

/** One step of a stream as its page tells it: who did it, when, and with which words. */
export interface ShownStep {
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** @param withheld members that the reader is not shown; the key of whose words they are never is */
export function shownStep({ version, type, meta, data }: RecordedEvent, withheld: readonly string[] = []): ShownStep {
  const told = Object.entries(data as object).filter(([name]) => name !== 'person' && !withheld.includes(name));
  const onBehalfOf = meta.onBehalfOf === undefined ? {} : { onBehalfOf: meta.onBehalfOf };
  return { version, type, at: meta.at, by: meta.actor.id, ...onBehalfOf, data: Object.fromEntries(told) };
}
