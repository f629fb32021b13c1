export * from './outreach.module.js';
