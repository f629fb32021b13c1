import { holds } from '../who-may.js';
import type { Person } from '../people.js';
import { terms } from '../terms.js';

/** A call as a supervisor of the call centre sees it (R1.7): the model's own words, and none of the product's types. */
export interface Call {
  readonly answered: boolean;
  readonly returned: boolean;
  readonly tries: number;
  readonly attached: boolean;
  /** Since it came, in milliseconds. */
  readonly age: number;
  /** What the ticker has told of it, in order. */
  readonly told: readonly string[];
}

export type CallCommand = 'record-contact-attempt' | 'return-call' | 'attach';

export const bodies: Readonly<Record<CallCommand, readonly Readonly<Record<string, string>>[]>> = {
  'record-contact-attempt': [{ channel: 'phone', outcome: 'no-answer' }],
  'return-call': [{}, { channel: 'sms', note: 'wrote to them' }],
  attach: [{ ticket: '@other' }, { ticket: '@nowhere' }],
};

export const isOwed = ({ answered, returned, tries }: Call) => !answered && !returned && tries < terms.returnCallAttempts;

/** Names of the refusals that are true of a command in a state; none where it is accepted. */
export function refusals(
  call: Call,
  command: CallCommand,
  who: Person,
  body: Readonly<Record<string, string>>,
): readonly string[] {
  if (!holds(who, 'agent')) return ['not-allowed'];
  const when = (is: boolean, name: string) => (is ? [name] : []);
  if (command === 'attach')
    return [
      ...when(body['ticket'] === '@nowhere', 'unknown-ticket'),
      ...when(body['ticket'] !== '@nowhere' && call.attached, 'contact-already-attached'),
    ];
  const owed = [...when(call.answered, 'no-call-to-return'), ...when(call.returned, 'call-already-returned')];
  if (command === 'return-call') return owed;
  return [...owed, ...when(owed.length === 0 && call.tries >= terms.returnCallAttempts, 'attempts-used-up')];
}

export const happens: Readonly<Record<CallCommand, string>> = {
  'record-contact-attempt': 'ReturnCallAttempted',
  'return-call': 'CallReturned',
  attach: 'ContactAttached',
};

export function after(call: Call, command: CallCommand): Call {
  switch (command) {
    case 'record-contact-attempt':
      return { ...call, tries: call.tries + 1 };
    case 'return-call':
      return { ...call, returned: true };
    case 'attach':
      return { ...call, attached: true };
  }
}

const hour = 3_600_000;

/** deadlines.md, `return-call`: what is due and was not told, in order; of what is owed to nobody any more nothing. */
export function dueNow(call: Call): readonly string[] {
  if (!isOwed(call)) return [];
  const late = call.age - terms.toCallBack;
  const rungs = late <= 0 ? 0 : Math.floor((late - 1) / hour) + 1;
  const all = [
    ...(call.age >= terms.toCallBack / 2 ? ['ReturnCallWarned'] : []),
    ...(late > 0 ? ['ReturnCallBreached'] : []),
    ...Array.from({ length: rungs }, () => 'ReturnCallEscalated'),
  ];
  return all.slice(call.told.length);
}
