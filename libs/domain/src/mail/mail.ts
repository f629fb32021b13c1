import { noRuleFor, type Fold, type Personal } from '@ledgerline/kernel';
import type { MailEvent, MailEvents } from './mail-events.js';

/** `waiting`: nobody has looked into it yet. */
export const mailStates = ['waiting', 'registered', 'joined', 'passed-over', 'set-aside', 'dismissed'] as const;
export type MailState = (typeof mailStates)[number];

export type ExistingMail = MailEvents['MailReceived'] & {
  readonly state: MailState;
  /** When it was recorded here. */
  readonly recordedAt: string;
  /** Times that it was looked into: each is another round, with command ids of its own. */
  readonly round: number;
  readonly ticket?: string;
  readonly why?: string;
  readonly at?: readonly string[];
  readonly customer?: Personal<string>;
  readonly reason?: Personal<string>;
};
export type Mail = ExistingMail | undefined;

export const mailFold: Fold<Mail> = {
  initial: undefined,
  evolve(mail, recorded) {
    const event = recorded as unknown as MailEvent;
    if (event.type === 'MailReceived') return { ...event.data, state: 'waiting', recordedAt: recorded.meta.at, round: 1 };
    if (mail === undefined) return undefined;
    switch (event.type) {
      case 'MailRegistered':
        return { ...mail, state: 'registered', ticket: event.data.ticket };
      case 'MailJoined':
        return { ...mail, state: 'joined', ticket: event.data.ticket };
      case 'MailPassedOver':
        return { ...mail, ...event.data, state: 'passed-over' };
      case 'MailSetAside':
        return { ...mail, ...event.data, state: 'set-aside' };
      case 'MailTriedAgain': {
        const { why: _why, at: _at, ...rest } = mail;
        return { ...rest, state: 'waiting', round: mail.round + 1 };
      }
      case 'MailDismissed':
        return { ...mail, state: 'dismissed', reason: event.data.reason };
      default:
        return noRuleFor(event);
    }
  },
};
