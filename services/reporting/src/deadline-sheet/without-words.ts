import type { Recorded } from '@ledgerline/kernel';

const personal: readonly string[] = [
  'sealed', 'subject', 'description', 'caller', 'location', 'aboutPerson', 'result', 'reply', 'confidentialReason',
]; // prettier-ignore

/** Clocks need no words: none of them comes into what is kept of them, sealed or plain. */
export function withoutWords(recorded: Recorded): Recorded {
  if (recorded.type !== 'TicketRegistered' && recorded.type !== 'ResultSubmitted') return recorded;
  const kept = Object.entries(recorded.data as object).filter(([name]) => !personal.includes(name));
  return { ...recorded, data: Object.fromEntries(kept) };
}
