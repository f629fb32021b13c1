export * from './mail-purposes.js';
export * from './mail-templates.js';
export * from './outgoing-mail-events.js';
export * from './outgoing-mail.js';
export * from './returned-letter.js';
export * from './what-to-write.js';
