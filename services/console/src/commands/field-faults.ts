import type { Refusal } from '../api/client.ts';
import type { Words } from '../words/use-words.ts';

/** Refusals by the rules that are about one field; they are said there. */
const fieldOf: Readonly<Record<string, string | readonly string[]>> = {
  'unknown-item': 'item',
  'occurred-in-the-future': 'occurredAt',
  'not-later-than-the-deadline': 'by',
  'follow-up-date-has-passed': 'followUpOn',
  'report-by-has-passed': 'reportBy',
  'identity-not-verified': 'verifiedBy',
  'confidential-reason-required': 'confidentialReason',
  'reply-has-no-text': 'text',
  'reason-not-allowed-by-policy': 'reason',
  'not-a-handler-of-the-department': 'handler',
  'already-the-handler': 'handler',
  'unknown-attachment': 'attachments',
  'lead-is-co-handling-too': 'coHandling',
  'ticket-concerns-department': 'lead',
  'department-required': 'department',
  'unknown-ticket': ['of', 'event', 'ticket', 'tickets'],
  'same-ticket': ['of', 'event'],
  'not-a-parent-event': 'event',
  'unknown-article': 'articles',
  'unknown-site': 'site',
  'already-at-site': 'site',
  'restriction-is-over': 'until',
  'restriction-too-long': 'until',
  'no-identity': 'phone',
  'identity-is-taken': 'phone',
  'username-taken': 'username',
  'department-exists': 'code',
  'site-exists': 'code',
  'not-the-owner': 'department',
  'due-date-has-passed': 'dueBy',
  'owner-not-of-the-department': 'owner',
  'ticket-already-joined': 'tickets',
  'ticket-already-linked': 'tickets',
  'wrong-username-or-password': 'current',
};

export interface FieldFault {
  readonly name: string | (string | number)[];
  readonly errors: string[];
}

/** A refusal's JSON pointers as fields of the form, in the reader's words. */
export function fieldFaults(
  { code, errors }: Pick<Refusal, 'code' | 'errors'>,
  words: Pick<Words, 'fault' | 'problem'>,
): FieldFault[] {
  const byField = new Map<string, string[]>();
  for (const { pointer, detail } of errors) {
    const told = byField.get(pointer) ?? [];
    const text = words.fault(detail);
    byField.set(pointer, told.includes(text) ? told : [...told, text]);
  }
  const faults = [...byField].map(([pointer, told]) => ({ name: nameOf(pointer), errors: told.slice(0, 1) }));
  const field = fieldOf[code];
  if (faults.length > 0 || field === undefined) return faults;
  return [field].flat().map((name) => ({ name: [name], errors: [words.problem(code)] }));
}

function nameOf(pointer: string): string[] {
  const names = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.filter((name) => !/^\d+$/.test(name));
}
