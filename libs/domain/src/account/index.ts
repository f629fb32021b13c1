export * from './account-events.js';
export * from './account.js';
export * from './rights-of-account.js';
export * from './second-factor.js';
export * from './session.js';
export * from './substitution.js';
export * from './token.js';
export * from './undertaking.js';
