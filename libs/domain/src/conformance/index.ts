export * from './debts.js';
export * from './keep-conformance.js';
export * from './process-model.js';
export * from './process-place.js';
export * from './process-step.js';
