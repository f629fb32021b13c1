import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';
import type { templateLanguages } from '../template/message-template.js';
import type { MailPurpose } from './mail-purposes.js';

/** Every event of a mail to a caller, by wire name. Its stream's id derives from the event that it follows from: it is asked for once. */
export interface OutgoingMailEvents {
  /** As it goes out, however often it is tried. */
  OutgoingMailAsked: {
    readonly person: string;
    readonly ticket: string;
    /** Of the ticket, and who did it. */
    readonly event: string;
    readonly by: string;
    readonly purpose: MailPurpose;
    /** It says that something waits, and nothing of what. */
    readonly discreet?: true;
    /** Code of the governed template, and the draft of it that was in force. */
    readonly template: string;
    readonly draft: number;
    readonly language: (typeof templateLanguages)[number];
    readonly to: Personal<string>;
    readonly subject: Personal<string>;
    readonly text: Personal<string>;
    /** With its brackets; it lets whoever has it write to the ticket. */
    readonly messageId: Personal<string>;
    /** Message-ID of the caller's mail that it answers. */
    readonly answers?: Personal<string>;
  };
  /** It does not go out at all, and why. */
  OutgoingMailWithheld: { readonly why: 'too-many-to-address' };
  /** From here on the server may have it. `again`: that was so before already, and nobody knows whether it had. */
  OutgoingMailBegun: { readonly attempt: number; readonly again?: true };
  OutgoingMailHandedOver: ServerSaid & { readonly attempt: number };
  /** Asked again at `nextAt` (RFC 3339, UTC). `unknown`: the connection went after the words. */
  OutgoingMailDeferred: ServerSaid & { readonly attempt: number; readonly nextAt: string; readonly unknown?: true };
  /** It has not gone, and does not go any more. */
  OutgoingMailRefused: ServerSaid & { readonly why: 'refused' | 'given-up' | 'erased' };
  /** It may have gone twice, or not at all: a person's to see to. */
  OutgoingMailUncertain: Record<never, never>;
  /** It came back. `mail`: the report that says so, as it came in. */
  OutgoingMailBounced: ServerSaid & { readonly mail: string; readonly status?: string };
}

/** Word by word; it may name the address. */
interface ServerSaid {
  readonly person: string;
  readonly code?: number;
  readonly said?: Personal<string>;
}

/** As much of a server's word as is kept. */
export function keptWord(said: string): string {
  return said.slice(0, 1_000).toWellFormed();
}

export type OutgoingMailEventType = keyof OutgoingMailEvents;
export type OutgoingMailEvent = EventOf<OutgoingMailEvents>;

export const outgoingMailEventDefinitions: readonly EventDefinition[] = definitionsOf<OutgoingMailEventType>({
  OutgoingMailAsked: ['to', 'subject', 'text', 'messageId', 'answers'],
  OutgoingMailWithheld: undefined,
  OutgoingMailBegun: undefined,
  OutgoingMailHandedOver: ['said'],
  OutgoingMailDeferred: ['said'],
  OutgoingMailRefused: ['said'],
  OutgoingMailUncertain: undefined,
  OutgoingMailBounced: ['said'],
});
