import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import {
  FactsUnavailable,
  type Ask,
  type FactAnswer,
  type FactBatch,
  type FactRow,
  type FactsDefinition,
  type FactStore,
  type FactValue,
  type Position,
} from '@ledgerline/kernel';
import { rmSync } from 'node:fs';
import { appendRows } from './append-rows.js';
import { plainValue } from './plain-value.js';
import { quoted, schemaOf } from './tables.js';

export interface DuckDBOptions {
  /** Bytes that DuckDB may hold in memory, as it writes them: `512MB`. Beyond that it goes to disk. */
  readonly memory?: string;
  readonly threads?: number;
}

type Values = Readonly<Record<string, FactValue>>;

/** Facts in a DuckDB file of their own, or in memory (`:memory:`). One process has a file at a time. */
export class DuckDBFactStore implements FactStore {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly writer: DuckDBConnection,
    private readonly definition: FactsDefinition,
  ) {}

  /** @throws FactsUnavailable where another process has the file */
  static async open(file: string, definition: FactsDefinition, options: DuckDBOptions = {}): Promise<DuckDBFactStore> {
    const { memory = '512MB', threads = 2 } = options;
    const settings = { memory_limit: memory, threads: String(threads), autoinstall_known_extensions: 'false' };
    const instance = await DuckDBInstance.create(file, { ...settings, enable_external_access: 'false' }).catch(
      (error: unknown) => {
        throw new FactsUnavailable(`DuckDB cannot open ${file}: ${(error as Error).message}`, { cause: error });
      },
    );
    const store = new DuckDBFactStore(instance, await instance.connect(), definition);
    if (await store.isOfAnotherVersion()) {
      await store.close();
      for (const end of ['', '.wal']) rmSync(`${file}${end}`, { force: true });
      return DuckDBFactStore.open(file, definition, options);
    }
    for (const statement of schemaOf(definition)) await store.writer.run(statement);
    return store;
  }

  async position(): Promise<Position | undefined> {
    const [row] = await this.ask('SELECT position FROM filled');
    return row?.['position'] as Position | undefined;
  }

  async write({ position, added, replaced }: FactBatch): Promise<void> {
    const { writer } = this;
    await writer.run('BEGIN TRANSACTION');
    try {
      for (const [column, keys] of Object.entries(replaced)) if (keys.length > 0) await this.remove(column, keys);
      for (const [name, rows] of added) if (rows.length > 0) await appendRows(writer, name, this.tableOf(name), rows);
      await writer.run('DELETE FROM filled');
      await writer.run('INSERT INTO filled VALUES ($version, $position)', { version: this.definition.version, position });
      await writer.run('COMMIT');
    } catch (error) {
      await writer.run('ROLLBACK').catch(() => undefined); // a transaction that broke is over already
      throw error;
    }
  }

  async clear(): Promise<void> {
    await this.writer.run('BEGIN TRANSACTION');
    for (const name of [...Object.keys(this.definition.tables), 'filled']) await this.writer.run(`DELETE FROM ${quoted(name)}`);
    await this.writer.run('COMMIT');
  }

  /** On a connection of its own: it sees what is committed, and one question does not wait for another. */
  readonly ask: Ask = (sql, values) => this.connected((connection) => askOn(connection, sql, values));

  atOnce<Answer>(questions: (ask: Ask) => Promise<Answer>): Promise<Answer> {
    return this.connected(async (connection) => {
      await connection.run('BEGIN TRANSACTION READ ONLY');
      const answer = await questions((sql, values) => askOn(connection, sql, values));
      await connection.run('COMMIT');
      return answer;
    });
  }

  async *askInPortions(sql: string, values: Values = {}): AsyncIterable<readonly FactRow[]> {
    const connection = await this.instance.connect();
    try {
      const result = await connection.stream(sql, { ...values } as Record<string, DuckDBValue>);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk.getRows().map((row) => row.map(plainValue));
      }
    } finally {
      connection.closeSync();
    }
  }

  async close(): Promise<void> {
    this.writer.closeSync();
    this.instance.closeSync();
    return Promise.resolve();
  }

  private async connected<Answer>(work: (connection: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
    const connection = await this.instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  }

  /** Also one that was made and never filled: of which version its tables are stands nowhere then. */
  private async isOfAnotherVersion(): Promise<boolean> {
    const [table] = await this.ask("SELECT count(*) AS there FROM information_schema.tables WHERE table_name = 'filled'");
    if (table?.['there'] === 0) return false;
    const [row] = await this.ask('SELECT version FROM filled');
    return row?.['version'] !== this.definition.version;
  }

  private async remove(column: string, keys: readonly number[]): Promise<void> {
    const leaving = `leaving_${column}`;
    await this.writer.run(`CREATE OR REPLACE TEMP TABLE ${quoted(leaving)} ("key" INTEGER)`);
    await appendRows(this.writer, leaving, { columns: { key: 'whole' } }, keys.map((key) => [key])); // prettier-ignore
    for (const [name, { replacedBy }] of Object.entries(this.definition.tables))
      if (replacedBy === column)
        await this.writer.run(`DELETE FROM ${quoted(name)} WHERE ${quoted(column)} IN (SELECT "key" FROM ${quoted(leaving)})`);
  }

  private tableOf(name: string) {
    const table = this.definition.tables[name];
    if (table === undefined) throw new TypeError(`there is no table ${name}`);
    return table;
  }
}

async function askOn(connection: DuckDBConnection, sql: string, values: Values = {}): Promise<readonly FactAnswer[]> {
  const reader = await connection.runAndReadAll(sql, { ...values } as Record<string, DuckDBValue>);
  const names = reader.deduplicatedColumnNames();
  return reader.getRows().map((row) => Object.fromEntries(row.map((value, place) => [names[place], plainValue(value)])));
}
