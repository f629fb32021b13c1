export * from './pursuit-events.js';
export * from './pursuit-rules.js';
export * from './pursuit.js';
