export * from './cloud-event.js';
export * from './public-events.js';
