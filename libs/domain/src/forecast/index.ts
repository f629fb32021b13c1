export * from './day-kind.js';
export * from './forecast.js';
export * from './hold-out.js';
