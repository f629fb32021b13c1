export * from './imap-mailbox.js';
export * from './mail-reader-thread.js';
export * from './smtp-mailer.js';
export type { ImapSettings } from './imap-settings.js';
export type { SmtpSettings } from './smtp-settings.js';
