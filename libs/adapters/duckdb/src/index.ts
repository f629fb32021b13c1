export * from './duckdb-fact-store.js';
