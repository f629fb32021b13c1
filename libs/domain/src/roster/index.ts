export * from './coverage.js';
export * from './duties.js';
export * from './published-days.js';
export * from './roster-events.js';
export * from './roster-findings.js';
export * from './roster-rules.js';
export * from './shift-book.js';
export * from './shift-roster.js';
