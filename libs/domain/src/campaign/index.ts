export * from './campaign-events.js';
export * from './campaign-rules.js';
export * from './campaign.js';
export * from './given-call.js';
export * from './listed-call-events.js';
export * from './listed-call.js';
export * from './next-attempt.js';
