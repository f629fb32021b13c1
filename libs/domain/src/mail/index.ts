export * from './mail-events.js';
export * from './mail.js';
export * from './mail-settlement.js';
export * from './new-part-of-reply.js';
export * from './sender-in-header.js';
export * from './ticket-mark.js';
export * from './what-a-mail-is.js';
export * from './words-of-mail.js';
