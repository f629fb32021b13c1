export * from './categories.js';
export * from './homes.js';
export * from './mirrored-commit.js';
export * from './mirrored-page.js';
export * from './take-in.js';
