export * from './contact-events.js';
export * from './contact-words.js';
export * from './contact.js';
export * from './recorded-contact.js';
