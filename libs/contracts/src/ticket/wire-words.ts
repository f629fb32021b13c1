/** Wire words of the ticket; `libs/domain` holds the same words with their meaning, and a spec compares the two. */
export const kinds = [
  'product-enquiry', 'solution', 'application', 'pre-sale', 'after-sale', 'fault-repair',
  'complaint', 'opinion', 'request', 'report-wrongdoing', 'praise', 'other',
] as const; // prettier-ignore
export const levels = ['general', 'important', 'urgent'] as const;
export const calmLevels = ['general', 'important'] as const;
export const ticketChannels = ['phone', 'email', 'web', 'api'] as const;
export const replyChannels = ['phone', 'email', 'sms', 'web', 'letter', 'in-person'] as const;
export const closureCodes = [
  'resolved', 'partly-resolved', 'explained', 'unfounded', 'withdrawn', 'unreachable', 'refused', 'duplicate',
] as const; // prettier-ignore
export const statuses = [
  'registered', 'dispatched', 'in-progress', 'in-review', 'to-check', 'to-reply',
  'completed', 'closed', 'archived', 'refused', 'withdrawn',
] as const; // prettier-ignore
export const holdReasons = ['awaiting-caller', 'third-party', 'force-majeure'] as const;
export * from './read-words.js';
