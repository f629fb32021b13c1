/** A mail to one person, in plain text. Whatever is in it is a value: none of it becomes a field of the header, or HTML. */
export interface Letter {
  /** With its brackets; the same each time that it is sent. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** RFC 3339; the same each time that it is sent. */
  readonly date: string;
  /** Message-ID of the mail that it answers, with its brackets. */
  readonly answers?: string;
  /** RFC 3834: whether it answers a mail by itself, or a program makes it. */
  readonly automatic: 'auto-replied' | 'auto-generated';
}

/** What a server said of a letter, word by word, and its reply code; none where it was never asked. */
export interface ServerWord {
  readonly code?: number;
  readonly said: string;
}

/**
 * What became of a letter. `taken`: the server has it, and sees to it from here on. `deferred`: it wants to be asked again later. `refused`: for good.
 * `unknown`: the words were over and no answer came: it may have it, or not (RFC 5321, 4.5.3.2.6).
 */
export type HandOver =
  | ({ readonly kind: 'taken' } & ServerWord)
  | ({ readonly kind: 'deferred' } & ServerWord)
  | ({ readonly kind: 'refused' } & ServerWord)
  | { readonly kind: 'unknown' };

/** Letters cannot be handed over just now, whichever they are; none was. The message names neither people nor passwords. */
export class MailServerUnavailable extends Error {
  override readonly name = 'MailServerUnavailable';
  readonly code = 'mail-server-unavailable';
}

/** The way out for mail: one server, which sends on. */
export interface Mailer {
  /** The house's own address: of every letter the sender, and where it comes back to. */
  readonly address: string;
  /** @throws MailServerUnavailable */
  open(): Promise<OpenMailer>;
}

/** One letter at a time. */
export interface OpenMailer {
  /**
   * @param over the connection is broken off when it comes: what the server has by then is `unknown`
   * @throws MailServerUnavailable where the server certainly has nothing; the connection is gone then
   */
  handOver(letter: Letter, over?: AbortSignal): Promise<HandOver>;
  close(): Promise<void>;
}
