export * from './faults-of-item-tree.js';
