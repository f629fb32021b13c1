export * from './return-call-clock.js';
