/** `GET /mailboxes`. */
export interface MailboxView {
  readonly address: string;
  readonly folder: string;
  readonly registersAs: { readonly kind: string; readonly item: string; readonly level: string };
  readonly lookedAt: string | null;
  readonly waiting: number;
  readonly setAside: number;
  readonly why: string | null;
}

export const mailStates = ['set-aside', 'waiting', 'registered', 'joined', 'passed-over', 'dismissed'] as const;
export type MailState = (typeof mailStates)[number];

/** `GET /mails`: what became of each, nothing of what it says. */
export interface MailView {
  readonly id: string;
  readonly mailbox: string;
  readonly state: MailState;
  readonly size: number;
  readonly receivedAt: string;
  readonly round: number;
  readonly ticket?: string;
  readonly why?: string;
  readonly at?: readonly string[];
  readonly reason?: string;
}
