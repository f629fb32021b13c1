export * from './clock-fact.js';
export * from './compact-book.js';
export * from './packed-numbers.js';
