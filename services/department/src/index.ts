export * from './department.module.js';
