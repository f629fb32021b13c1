import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';
import type { PassedOver } from './what-a-mail-is.js';

/** Every event of a mail that arrived, by wire name. Its stream's id derives from its mailbox and Message-ID: it arrives once (R1.5). */
export interface MailEvents {
  /** What arrived lies in Blobs as it was sent, under a key of its own, before anybody looks into it. */
  MailReceived: {
    readonly person: string;
    /** Address of the mailbox: the house's own. */
    readonly mailbox: string;
    readonly blob: string;
    /** Bytes of the mail, of which `blob` holds all unless it is `cut`. */
    readonly size: number;
    readonly cut?: true;
    /** Keyed digest of what was kept. */
    readonly digest: string;
    /** When its server took it: RFC 3339, UTC. */
    readonly receivedAt: string;
    readonly messageId?: Personal<string>;
  };
  /** It opened a ticket. */
  MailRegistered: { readonly contact: string; readonly ticket: string };
  /** It answers what was sent about a ticket, and is a message there. */
  MailJoined: { readonly ticket: string };
  /** Nobody wrote it, or ourselves: no ticket comes of it and no answer. `ticket`: what it answers, where it does. */
  MailPassedOver: { readonly why: PassedOver; readonly ticket?: string };
  /** A person has to look at it. `why` is a code: nothing of the mail's own words; `customer` whose address it came from. */
  MailSetAside: {
    readonly person: string;
    readonly why: string;
    /** JSON pointers of what the rules of a registration refuse. */
    readonly at?: readonly string[];
    readonly customer?: Personal<string>;
  };
  /** It is looked at anew, as if it came now. */
  MailTriedAgain: Record<string, never>;
  MailDismissed: { readonly person: string; readonly reason: Personal<string> };
}
export type MailEventType = keyof MailEvents;
export type MailEvent = EventOf<MailEvents>;

export const mailEventDefinitions: readonly EventDefinition[] = definitionsOf<MailEventType>({
  MailReceived: ['messageId'],
  MailRegistered: undefined,
  MailJoined: undefined,
  MailPassedOver: undefined,
  MailSetAside: ['customer'],
  MailTriedAgain: undefined,
  MailDismissed: ['reason'],
});
