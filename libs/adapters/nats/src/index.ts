export * from './connect-nats.js';
export * from './jetstream-event-store.js';
export * from './look-at-nats.js';
export * from './nats-bus.js';
export * from './nats-checkpoints.js';
export * from './nats-vault.js';
export * from './nats-tree-store.js';
export * from './log-adoption.js';
