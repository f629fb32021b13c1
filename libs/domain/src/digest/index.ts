export * from './digest.js';
export * from './digest-period.js';
export * from './digest-schedule.js';
export * from './digest-sections.js';
export * from './digest-template.js';
export * from './digest-words.js';
export * from './faults-of-digest-schedule.js';
export * from './faults-of-digest-template.js';
