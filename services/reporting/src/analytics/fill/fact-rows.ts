import type { FactRow } from '@ledgerline/kernel';

/** Rows that wait to be written, by table. */
export class FactRows {
  private tables = new Map<string, FactRow[]>();

  add(table: string, row: FactRow): void {
    const rows = this.tables.get(table);
    if (rows === undefined) this.tables.set(table, [row]);
    else rows.push(row);
  }

  get added(): ReadonlyMap<string, readonly FactRow[]> {
    return this.tables;
  }

  clear(): void {
    this.tables = new Map();
  }
}
