import { instantText, noRuleFor, type Fold, type Personal } from '@ledgerline/kernel';
import type { OutgoingMailEvent, OutgoingMailEvents } from './outgoing-mail-events.js';

/** `waiting`: not tried yet; `begun`: under way, or cut off. The last five are ends. */
export const outgoingMailStates = [
  'waiting', 'begun', 'deferred', 'handed-over', 'withheld', 'refused', 'uncertain', 'bounced',
] as const; // prettier-ignore
export type OutgoingMailState = (typeof outgoingMailStates)[number];

export interface ExistingOutgoingMail extends Readonly<OutgoingMailEvents['OutgoingMailAsked']> {
  readonly state: OutgoingMailState;
  readonly askedAt: string;
  /** Of the last change. */
  readonly at: string;
  readonly attempt: number;
  /** When it is to be tried; of one that was begun, when it counts as cut off. None once it is at its end. */
  readonly dueAt?: string;
  /** Nobody knows whether the last attempt was heard. */
  readonly unknown?: true;
  /** It was sent again after such an attempt: not a second time. */
  readonly again?: true;
  readonly why?: string;
  readonly code?: number;
  readonly said?: Personal<string>;
  /** Of a report that it came back (RFC 3463). */
  readonly status?: string;
}
export type OutgoingMail = ExistingOutgoingMail | undefined;

/** Minutes after which an attempt without an end was cut off: longer than any server may take (ADR 0045). */
const cutOffAfter = 15;

export const outgoingMailFold: Fold<OutgoingMail> = {
  initial: undefined,
  evolve(mail, recorded) {
    const event = recorded as unknown as OutgoingMailEvent;
    const { at } = recorded.meta;
    if (event.type === 'OutgoingMailAsked') return { ...event.data, state: 'waiting', askedAt: at, at, attempt: 0, dueAt: at };
    return mail && changed(mail, event, at);
  },
};

type Later = Exclude<OutgoingMailEvent, { type: 'OutgoingMailAsked' }>;

/** What was said of the step before is over with it. */
function changed(
  { dueAt: _due, unknown: _unknown, code: _code, said: _said, ...mail }: ExistingOutgoingMail,
  event: Later,
  at: string,
): OutgoingMail {
  switch (event.type) {
    case 'OutgoingMailBegun':
      return { ...mail, ...event.data, state: 'begun', at, dueAt: later(at, cutOffAfter) };
    case 'OutgoingMailDeferred': {
      const { nextAt, unknown, person: _person, attempt: _attempt, ...word } = event.data;
      return { ...mail, ...word, state: 'deferred', at, dueAt: nextAt, ...(unknown ? { unknown } : {}) };
    }
    case 'OutgoingMailHandedOver':
      return { ...mail, ...event.data, state: 'handed-over', at };
    case 'OutgoingMailWithheld':
      return { ...mail, ...event.data, state: 'withheld', at };
    case 'OutgoingMailRefused':
      return { ...mail, ...event.data, state: 'refused', at };
    case 'OutgoingMailUncertain':
      return { ...mail, state: 'uncertain', at };
    case 'OutgoingMailBounced': {
      const { mail: _report, ...word } = event.data;
      return { ...mail, ...word, state: 'bounced', at };
    }
    default:
      return noRuleFor(event);
  }
}

/** So many minutes later. */
export function later(at: string, minutes: number): string {
  return instantText(Temporal.Instant.from(at).add({ minutes }).epochMilliseconds);
}
