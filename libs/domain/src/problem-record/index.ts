export * from './problem-events.js';
export * from './problem-record.js';
export * from './problem-rules.js';
