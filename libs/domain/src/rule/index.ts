export * from './centre-rule.js';
