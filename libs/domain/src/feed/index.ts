export * from './public-events.js';
