export * from './message-template.js';
export * from './faults-of-template.js';
