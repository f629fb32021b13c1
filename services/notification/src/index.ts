export * from './notification.module.js';
export { Visits } from './ticker/visits.js';
