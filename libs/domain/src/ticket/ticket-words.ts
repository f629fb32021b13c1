/** Wire words of interface.md, in the order in which people read them. */
export const kinds = [
  'product-enquiry', 'solution', 'application', 'pre-sale', 'after-sale', 'fault-repair',
  'complaint', 'opinion', 'request', 'report-wrongdoing', 'praise', 'other',
] as const; // prettier-ignore
export type Kind = (typeof kinds)[number];

export const levels = ['general', 'important', 'urgent'] as const;
export type Level = (typeof levels)[number];
export type CalmLevel = Exclude<Level, 'urgent'>;

export const ticketChannels = ['phone', 'email', 'web', 'api'] as const;
export type TicketChannel = (typeof ticketChannels)[number];

export const replyChannels = ['phone', 'email', 'sms', 'web', 'letter', 'in-person'] as const;
export type ReplyChannel = (typeof replyChannels)[number];

export const closureCodes = [
  'resolved', 'partly-resolved', 'explained', 'unfounded', 'withdrawn', 'unreachable', 'refused', 'duplicate',
] as const; // prettier-ignore
export type ClosureCode = (typeof closureCodes)[number];

/** Why a clock stands still (挂起); each only where the rule of the clock lists it. */
export const holdReasons = ['awaiting-caller', 'third-party', 'force-majeure'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** R8 and deadlines.md, "Status". */
export const statuses = [
  'registered', 'dispatched', 'in-progress', 'in-review', 'to-check', 'to-reply',
  'completed', 'closed', 'archived', 'refused', 'withdrawn',
] as const; // prettier-ignore
export type Status = (typeof statuses)[number];

/** What a caller can be dissatisfied with (R8.1); each is rated from 1 to 5. */
export const dissatisfactions = ['outcome', 'service', 'timeliness'] as const;
export type Dissatisfaction = (typeof dissatisfactions)[number];

/** A code of the subject tree. */
export type Item = string;

export interface Caller {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  /** The customer's account with the company, as the company writes it. */
  readonly account?: string;
}

export interface Location {
  readonly address?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** The department that the ticket is about: it never goes to it (回避). */
export interface About {
  readonly department?: string;
}
