export * from './sound-span.js';
export * from './span-examination.js';
export * from './span-tree.js';
