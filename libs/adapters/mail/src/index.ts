export * from './imap-mailbox.js';
export * from './mail-reader-thread.js';
export * from './smtp-mailer.js';
