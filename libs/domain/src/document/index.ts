export * from './body-in-force.js';
export * from './differences.js';
export * from './document-fault.js';
export * from './governed-document.js';
export * from './names-in-document.js';
export * from './version-state.js';
