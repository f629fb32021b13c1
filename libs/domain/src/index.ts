export * from './account/index.js';
export * from './authority/index.js';
export * from './contact/index.js';
export * from './document/index.js';
export * from './ledgerline-events.js';
export * from './organisation/index.js';
export * from './routing-table/index.js';
export * from './ticket/index.js';
