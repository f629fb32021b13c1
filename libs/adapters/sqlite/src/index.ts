export type { LogSettings } from './group-writer.js';
export * from './lock-folder.js';
export * from './log-durability.js';
export * from './positions-seen.js';
export * from './sqlite-checkpoints.js';
export * from './sqlite-event-store.js';
export * from './sqlite-read-models.js';
export * from './sqlite-vault.js';
export * from './sqlite-tree-store.js';
