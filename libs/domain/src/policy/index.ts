export * from './faults-of-policy.js';
export * from './policy.js';
