export * from './is-open-site.js';
export * from './site-events.js';
