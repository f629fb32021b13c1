/** A mail that lies in a mailbox and was not taken from it yet. */
export interface WaitingMail {
  /** Names it for as long as the mailbox stays open. */
  readonly key: string;
  /** Bytes of the whole. */
  readonly size: number;
  /** When the server took it: RFC 3339, UTC, milliseconds. */
  readonly receivedAt: string;
  /** As it stands in its header, with its brackets; undefined where there is none. */
  readonly messageId?: string;
}

/** A mailbox that cannot be read just now. The message names neither people nor passwords. */
export class MailboxUnavailable extends Error {
  override readonly name = 'MailboxUnavailable';
  readonly code = 'mailbox-unavailable';
}

/** An address that mails are read from. Nothing is ever removed there: what is taken is marked, and lies on. */
export interface Mailbox {
  /** The address, in lower case. */
  readonly address: string;
  /** @throws MailboxUnavailable */
  open(): Promise<OpenMailbox>;
}

/** Every call throws MailboxUnavailable once the connection is gone. */
export interface OpenMailbox {
  /** How many wait, and the oldest of them, `most` at most. */
  waiting(most: number): Promise<{ readonly count: number; readonly mails: readonly WaitingMail[] }>;
  /** The bytes of one as they were sent; of what is larger than `most` only so many. */
  raw(key: string, most: number): Promise<AsyncIterable<Uint8Array>>;
  /** From then on it does not wait any more: neither here nor for another process. */
  markTaken(key: string): Promise<void>;
  /** Resolves when something came, after so many milliseconds, or when the signal comes. */
  change(milliseconds: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface MailAddress {
  readonly address: string;
  readonly name?: string;
}

export interface MailFile {
  readonly name?: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** What a mail says, decoded. Nothing of it is to be trusted. */
export interface ParsedMail {
  /** Fields of the header in their order: names in lower case, values unfolded as they were sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly from: readonly MailAddress[];
  readonly subject: string;
  /** Message-IDs that it answers, the nearest first. */
  readonly answers: readonly string[];
  /** Plain text; of a mail in HTML alone what a reader would see of it. */
  readonly text: string;
  readonly files: readonly MailFile[];
}

/** What no parser makes sense of in bounded time and memory. */
export class UnreadableMail extends Error {
  override readonly name = 'UnreadableMail';
  readonly code = 'unreadable';
}

/** Takes mails apart, away from those who wait for answers. */
export interface MailReader {
  /** @throws UnreadableMail */
  read(raw: Uint8Array): Promise<ParsedMail>;
  close(): Promise<void>;
}
