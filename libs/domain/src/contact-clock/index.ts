export * from './missed-call.js';
export * from './return-call-clock.js';
