import type { FactsDefinition, FactTable, FactType } from '@ledgerline/kernel';

const sqlTypes: Readonly<Record<FactType, string>> = {
  whole: 'INTEGER',
  number: 'DOUBLE',
  truth: 'BOOLEAN',
  text: 'VARCHAR',
  bytes: 'BLOB',
};

/** Names come from definitions in code; this holds against a slip, not against an enemy. */
export function quoted(name: string): string {
  if (!/^[a-z_]{1,60}$/.test(name)) throw new TypeError(`"${name}" is no name of a table or column`);
  return `"${name}"`;
}

export function createTable(name: string, { columns }: FactTable): string {
  const list = Object.entries(columns).map(([column, type]) => `${quoted(column)} ${sqlTypes[type]}`);
  return `CREATE TABLE IF NOT EXISTS ${quoted(name)} (${list.join(', ')})`;
}

/** What makes a store ready for a definition; views last, since they name tables. */
export function schemaOf({ tables, views = {} }: FactsDefinition): readonly string[] {
  return [
    'CREATE TABLE IF NOT EXISTS filled (version INTEGER, position VARCHAR)',
    ...Object.entries(tables).map(([name, table]) => createTable(name, table)),
    ...Object.entries(views).map(([name, sql]) => `CREATE OR REPLACE VIEW ${quoted(name)} AS ${sql}`),
  ];
}
