export * from './proposal-events.js';
export * from './proposal-rules.js';
export * from './proposal.js';
