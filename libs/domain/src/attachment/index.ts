import type { EventDefinition, Fold, Personal, EventOf } from '@ledgerline/kernel';

export interface AttachmentEvents {
  /** The content is in Blobs under `blob`, sealed with the key `person`, which is this attachment's own. */
  AttachmentStored: {
    readonly person: string;
    readonly blob: string;
    /** Bytes of the plain content. */
    readonly size: number;
    readonly mediaType: string;
    /** Keyed digest of the content. */
    readonly digest: string;
    readonly name?: Personal<string>;
  };
  /** A ticket refers to it: who sees the ticket sees the attachment. */
  AttachmentBound: { readonly ticket: string };
}
export type AttachmentEvent = EventOf<AttachmentEvents>;

export const attachmentEventDefinitions: readonly EventDefinition[] = [
  { type: 'AttachmentStored', schema: 1, personal: ['name'] },
  { type: 'AttachmentBound', schema: 1 },
];

export type Attachment =
  | (AttachmentEvents['AttachmentStored'] & {
      /** Id of the principal that stored it. */
      readonly storedBy: string;
      readonly tickets: readonly string[];
    })
  | undefined;

export const attachmentFold: Fold<Attachment> = {
  initial: undefined,
  evolve(attachment, recorded) {
    const event = recorded as unknown as AttachmentEvent;
    if (event.type === 'AttachmentStored') return { ...event.data, storedBy: recorded.meta.actor.id, tickets: [] };
    return attachment && { ...attachment, tickets: [...attachment.tickets, event.data.ticket] };
  },
};
