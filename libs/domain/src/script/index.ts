export * from './answers.js';
export * from './faults-of-script.js';
export * from './script.js';
