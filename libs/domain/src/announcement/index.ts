export * from './announcement-events.js';
export * from './announcement-rules.js';
export * from './announcement-steps.js';
export * from './announcement.js';
export * from './audience.js';
export * from './receipts.js';
