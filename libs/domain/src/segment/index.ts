export * from './segment-events.js';
export * from './segment.js';
