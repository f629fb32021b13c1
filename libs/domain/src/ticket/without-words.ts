import type { Recorded } from '@ledgerline/kernel';

const words: ReadonlySet<string> = new Set([
  'sealed', 'subject', 'description', 'caller', 'location', 'aboutPerson', 'result', 'reply', 'confidentialReason',
]); // prettier-ignore

/** A ticket's event for those who need none of its words, sealed or plain, and keep none: clocks, notices, figures. */
export function withoutWords(recorded: Recorded): Recorded {
  if (recorded.type !== 'TicketRegistered' && recorded.type !== 'ResultSubmitted') return recorded;
  const data = recorded.data as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = {};
  for (const name in data) if (!words.has(name)) kept[name] = data[name];
  return { ...recorded, data: kept };
}
