export * from './duckdb-fact-store.js';
export * from './look-at-facts.js';
