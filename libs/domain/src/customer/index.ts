export * from './customer-events.js';
export * from './customer-family.js';
export * from './customer.js';
