export * from './evolve-ticket.js';
export * from './ticket-events.js';
export * from './ticket-number.js';
export * from './ticket-rules.js';
export * from './ticket-words.js';
export * from './ticket.js';
export * from './urgency.js';
