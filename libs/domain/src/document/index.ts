export * from './document-fault.js';
export * from './governed-document.js';
