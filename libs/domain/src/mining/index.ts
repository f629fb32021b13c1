export * from './course.js';
export type { OcelValue } from './histories.js';
export * from './ocel.js';
export * from './ocel-clocks.js';
export * from './ocel-contacts.js';
export * from './steps.js';
export * from './xes.js';
