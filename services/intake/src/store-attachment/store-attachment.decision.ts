import type { Attachment, AttachmentEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** What the uploader sent, and what makes a retry the same: the digest of the content. */
export interface StoreAttachment {
  readonly size: number;
  readonly mediaType: string;
  readonly digest: string;
  readonly name?: string;
}

/** Where the content was put for this attempt; a retry puts it elsewhere and the first place stands. */
export interface StoredContent {
  readonly blob: string;
  readonly person: string;
}

export function storeAttachmentAs(content: StoredContent): Decide<StoreAttachment, Attachment, AttachmentEvent> {
  return (body, attachment) =>
    attachment ? rejected('attachment-already-stored') : [{ type: 'AttachmentStored', data: { ...content, ...body } }];
}

export const bindAttachmentTo: Decide<{ readonly ticket: string }, Attachment, AttachmentEvent> = ({ ticket }, attachment) => {
  if (!attachment) return rejected('attachment-not-found');
  if (attachment.tickets.includes(ticket)) return rejected('attachment-already-bound');
  return [{ type: 'AttachmentBound', data: { ticket } }];
};
