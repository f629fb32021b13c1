/** What every adapter of a port has to keep to, as Jest suites; each is run on all of the port's adapters. */
export * from './blobs.contract.js';
export * from './bus.contract.js';
export * from './checkpoints.contract.js';
export * from './decisions.js';
export * from './event-store.contract.js';
export * from './read-models.contract.js';
export * from './sample-commits.js';
export * from './sample-projection.js';
export * from './tree-store.contract.js';
export * from './vault.contract.js';
