export * from './memory-blobs.js';
export * from './memory-bus.js';
export * from './memory-checkpoints.js';
export * from './memory-event-store.js';
export * from './memory-read-models.js';
export * from './memory-vault.js';
export * from './memory-tree-store.js';
