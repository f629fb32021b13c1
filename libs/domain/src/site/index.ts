export * from './is-open-site.js';
export * from './link-events.js';
export * from './site-events.js';
export * from './site-for-tickets.js';
