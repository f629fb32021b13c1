import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FactBatch, FactRow, FactsDefinition, Position } from '@ledgerline/kernel';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBFactStore } from './index.js';

const definition: FactsDefinition = {
  version: 1,
  tables: {
    steps: { columns: { ticket: 'whole', at: 'number', word: 'text' } },
    states: { columns: { ticket: 'whole', open: 'truth', book: 'bytes' }, replacedBy: 'ticket' },
    calls: { columns: { source: 'whole' }, replacedBy: 'source' },
  },
  views: { open_states: 'SELECT * FROM states WHERE open' },
};
const batch = (position: string, added: Record<string, readonly FactRow[]>, replaced: FactBatch['replaced'] = {}): FactBatch => ({
  position: position as Position,
  added: new Map(Object.entries(added)),
  replaced,
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facts-'));
  file = join(folder, 'facts.duckdb');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('facts in DuckDB', () => {
  test('are there after it was closed, with the position that they were filled up to', async () => {
    const store = await DuckDBFactStore.open(file, definition);
    expect(await store.position()).toBeUndefined();
    await store.write(batch('main.e.3', { steps: [[1, 1_772_400_000_123, '受理'], [2, 0.5, null]], states: [[1, true, new Uint8Array([1, 0, 255])]] })); // prettier-ignore
    await store.close();
    const again = await DuckDBFactStore.open(file, definition);
    expect(await again.position()).toBe('main.e.3');
    expect(await again.ask('SELECT * FROM steps ORDER BY ticket')).toEqual([
      { ticket: 1, at: 1_772_400_000_123, word: '受理' },
      { ticket: 2, at: 0.5, word: null },
    ]);
    expect(await again.ask('SELECT book FROM open_states WHERE ticket = $one', { one: 1 })).toEqual([
      { book: new Uint8Array([1, 0, 255]) },
    ]);
    await again.close();
  });

  test('of a ticket take the place of those before; others stay', async () => {
    const store = await DuckDBFactStore.open(file, definition);
    await store.write(batch('main.e.1', { states: [[1, true, null], [2, true, null]], calls: [[1], [2]] })); // prettier-ignore
    await store.write(batch('main.e.2', { states: [[1, false, null]] }, { ticket: [1], source: [2] }));
    expect(await store.ask('SELECT ticket, open FROM states ORDER BY ticket')).toEqual([
      { ticket: 1, open: false },
      { ticket: 2, open: true },
    ]);
    expect(await store.ask('SELECT source FROM calls')).toEqual([{ source: 1 }]);
    await store.close();
  });

  test('a batch that breaks changes neither rows nor position, and the next one counts', async () => {
    const store = await DuckDBFactStore.open(file, definition);
    await store.write(batch('main.e.1', { steps: [[1, 1, 'a']] }));
    await expect(store.write(batch('main.e.2', { steps: [[2, 2, 'b']], nowhere: [[1]] }))).rejects.toThrow('no table nowhere');
    expect([await store.position(), await store.ask('SELECT ticket FROM steps')]).toEqual(['main.e.1', [{ ticket: 1 }]]);
    await store.write(batch('main.e.2', { steps: [[2, 2, 'b']] }));
    expect(await store.ask('SELECT count(*) AS n FROM steps')).toEqual([{ n: 2 }]);
    await store.close();
  });

  test('more rows than one chunk holds come back in portions', async () => {
    const store = await DuckDBFactStore.open(':memory:', definition);
    const rows = Array.from({ length: 10_000 }, (_, n): FactRow => [n, n, n % 2 === 0 ? 'even' : 'odd']);
    await store.write(batch('main.e.1', { steps: rows }));
    const back: FactRow[] = [];
    for await (const portion of store.askInPortions('SELECT ticket, "at", word FROM steps ORDER BY ticket'))
      back.push(...portion);
    expect(back).toEqual(rows);
    await store.clear();
    expect([await store.position(), await store.ask('SELECT * FROM steps')]).toEqual([undefined, []]);
    await store.close();
  });

  test('of another version are thrown away, to be filled anew', async () => {
    const store = await DuckDBFactStore.open(file, definition);
    await store.write(batch('main.e.1', { steps: [[1, 1, 'a']] }));
    await store.close();
    const other = { ...definition, version: 2, tables: { steps: { columns: { ticket: 'whole' } } } as const, views: {} };
    const anew = await DuckDBFactStore.open(file, other);
    expect([await anew.position(), await anew.ask('SELECT * FROM steps')]).toEqual([undefined, []]);
    await anew.close();
    expect(existsSync(file)).toBe(true);
  });

  test('of another version that were never filled, or cleared, are thrown away too', async () => {
    for (const clears of [false, true]) {
      const store = await DuckDBFactStore.open(file, definition);
      if (clears) {
        await store.write(batch('main.e.1', { steps: [[1, 1, 'a']] }));
        await store.clear();
      }
      await store.close();
      const other = { version: 2, tables: { steps: { columns: { ticket: 'whole' } } } } as const;
      const anew = await DuckDBFactStore.open(file, other);
      await anew.write(batch('main.e.2', { steps: [[7]] }));
      expect([await anew.position(), await anew.ask('SELECT * FROM steps')]).toEqual(['main.e.2', [{ ticket: 7 }]]);
      await anew.close();
    }
  });

  test('that were made and never filled can be opened again, and filled', async () => {
    await (await DuckDBFactStore.open(file, definition)).close();
    const again = await DuckDBFactStore.open(file, definition);
    expect(await again.position()).toBeUndefined();
    await again.write(batch('main.e.1', { steps: [[1, 1, 'a']] }));
    expect(await again.ask('SELECT count(*) AS n FROM steps')).toEqual([{ n: 1 }]);
    await again.close();
  });

  test('questions asked at once see one moment', async () => {
    const store = await DuckDBFactStore.open(':memory:', definition);
    await store.write(batch('main.e.1', { steps: [[1, 1, 'a']] }));
    const seen = await store.atOnce(async (ask) => {
      const before = await ask('SELECT position FROM filled');
      await store.write(batch('main.e.2', { steps: [[2, 2, 'b']] }));
      return [before, await ask('SELECT count(*) AS n FROM steps')];
    });
    expect(seen).toEqual([[{ position: 'main.e.1' }], [{ n: 1 }]]);
    expect(await store.position()).toBe('main.e.2');
    await store.close();
  });

  test('cannot be used to read or write other files', async () => {
    const store = await DuckDBFactStore.open(file, definition);
    await expect(store.ask("SELECT * FROM read_text('/etc/hostname')")).rejects.toThrow('disabled');
    await store.close();
  });
});
