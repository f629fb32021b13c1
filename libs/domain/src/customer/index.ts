export * from './customer-events.js';
export * from './customer.js';
