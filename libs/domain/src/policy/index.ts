export * from './faults-of-policy.js';
export * from './policy.js';
export * from './policy-in-force.js';
