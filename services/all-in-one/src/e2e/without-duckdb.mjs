// Preloaded by reports.e2e.spec.ts: a machine for which DuckDB has no native module.
import { Module } from 'node:module';

const load = Module._load;
Module._load = function (name, ...rest) {
  if (String(name).startsWith('@duckdb/node-bindings')) throw new Error(`Cannot find module '${name}'`);
  return load.call(this, name, ...rest);
};
