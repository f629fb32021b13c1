import { definitionsOf, type EventDefinition, type Personal, type EventOf } from '@ledgerline/kernel';
import type { EscalationTarget } from '../policy/policy.js';
import type { TicketEvents, ToldStep } from '../ticket/ticket-events.js';
import type { CallDirection, CallOutcome, ContactChannel } from './contact-words.js';

/** What the caller's contact asked for, word by word; the ticket is registered from it, on a retry too. */
export type ContactRequest = Omit<TicketEvents['TicketRegistered'], 'contact'>;

export interface ContactRegistered extends ContactRequest {
  /** Id of the ticket that this contact opens. It names the ticket's birth period. */
  readonly ticket: string;
  readonly callId?: Personal<string>;
  readonly externalId?: Personal<string>;
}

/** Times of a call as they were recorded when it was over: RFC 3339, UTC. */
export interface RecordedCall {
  readonly queue?: string;
  readonly queuedAt?: string;
  readonly answeredAt?: string;
  readonly abandonedAt?: string;
  readonly endedAt?: string;
  readonly wrappedUpAt?: string;
  /** Account of whoever answered. */
  readonly agent?: string;
}

/** Every event of a contact by wire name: what arrived, and what was done about a call that nobody answered. */
export interface ContactEvents {
  ContactRegistered: ContactRegistered;
  /** A call or message as the telephone system or an agent tells of it; a ticket may be registered from the same one. */
  ContactRecorded: {
    readonly person: string;
    readonly channel: ContactChannel;
    readonly direction: CallDirection;
    readonly outcome: CallOutcome;
    /** When it happened: RFC 3339, UTC. */
    readonly occurredAt: string;
    readonly enteredLate?: true;
    /** The ticket that was registered from the same call before. */
    readonly ticket?: string;
    /** How it went through the telephone system. */
    readonly call?: RecordedCall;
    readonly from: Personal<string>;
    readonly to?: Personal<string>;
    readonly callId?: Personal<string>;
    /** Link to the recording: shown to nobody, played with a reason. */
    readonly recording?: Personal<string>;
    /** Id of the customer by the number or address that it came from. */
    readonly customer?: Personal<string>;
  };
  /** `final`: the policy asks for no further one. */
  ReturnCallAttempted: {
    readonly person: string;
    readonly channel: string;
    readonly outcome: string;
    readonly attempt: number;
    readonly final?: true;
    readonly note?: Personal<string>;
  };
  CallReturned: { readonly person: string; readonly channel: string; readonly note?: Personal<string> };
  ContactAttached: { readonly ticket: string };
  /** The ticker: a point of the time to call back is reached. */
  ReturnCallWarned: ToldStep & { readonly fraction: number };
  /** The ticker: nobody called back in time. */
  ReturnCallBreached: ToldStep;
  /** The ticker: a rung of the escalation chain; `repeat` counts from 0. */
  ReturnCallEscalated: ToldStep & { readonly to: EscalationTarget; readonly repeat: number };
}

export type ContactEventType = keyof ContactEvents;
export type ContactEvent = EventOf<ContactEvents>;

export const contactEventDefinitions: readonly EventDefinition[] = definitionsOf<ContactEventType>({
  ContactRegistered: ['subject', 'description', 'caller', 'location', 'aboutPerson', 'callId', 'externalId', 'customer'],
  ContactRecorded: ['from', 'to', 'callId', 'recording', 'customer'],
  ReturnCallAttempted: ['note'],
  CallReturned: ['note'],
  ContactAttached: undefined,
  ReturnCallWarned: undefined,
  ReturnCallBreached: undefined,
  ReturnCallEscalated: undefined,
});
