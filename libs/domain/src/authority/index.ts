export * from './avoidance.js';
export * from './identity-words.js';
export * from './readers.js';
export * from './roles.js';
export * from './sight.js';
export * from './ticket-command.js';
export * from './veil.js';
export * from './offers.js';
