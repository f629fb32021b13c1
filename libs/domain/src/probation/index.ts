export * from './explain-probation.js';
export * from './faults-of-probation-rule.js';
export * from './legal-limit.js';
export * from './probation-events.js';
export * from './probation-rule.js';
export * from './probation-steps.js';
export * from './probation.js';
export * from './seen-probation.js';
