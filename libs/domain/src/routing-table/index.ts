export * from './explain-route.js';
export * from './faults-of-routing-table.js';
export * from './routing-table.js';
