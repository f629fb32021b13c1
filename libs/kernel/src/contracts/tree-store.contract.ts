import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SignedCheckpoint } from '../log-tree/checkpoint.js';
import { joined, tileWidth, type FullTile } from '../log-tree/growing-tree.js';
import type { KeptTree, TreeStore } from '../log-tree/tree-store.js';
import type { Position } from '../position.js';
import { Fenced } from '../read-models.js';

export interface TreeStoreHarness {
  readonly trees: TreeStore;
  reopen?(): Promise<TreeStore>;
  close(): Promise<void>;
}

const hash = (n: number) => new Uint8Array(32).fill(n % 251);
const tile = (level: number, index: number): FullTile => ({
  level,
  index,
  hashes: joined(Array.from({ length: tileWidth }, (_, n) => hash(n + index + level))),
});
const root = hash(7).toBase64();
const checkpoint = (size: number): SignedCheckpoint => {
  const origin = 'ledgerline/main/1a';
  const note = `${origin}\n${size}\n${root}\n\n— ${origin} AAAAAAAA\n`;
  return { origin, size, root: hash(7), note };
};
const tree = (size: number): KeptTree => ({
  size,
  position: `main.1a.${size}` as Position,
  edges: [Array.from({ length: size % tileWidth }, (_, n) => hash(n)), [hash(1)]],
});
const plain = (kept: KeptTree | undefined) =>
  kept && { ...kept, edges: kept.edges.map((edge) => edge.map((one) => one.toHex())) };

export function treeStoreContract(name: string, open: () => Promise<TreeStoreHarness>): void {
  describe(`TreeStore: ${name}`, () => {
    let harness: TreeStoreHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());
    const again = async () => (harness.reopen ? harness.reopen() : harness.trees);

    test('keeps tiles, the edge and checkpoints', async () => {
      const { trees } = harness;
      expect([await trees.tree(), await trees.latest(), await trees.checkpoints(0, 10)]).toEqual([undefined, undefined, []]);
      const owner = await trees.claim();
      await trees.write({ tiles: [tile(0, 0)], tree: tree(300), checkpoint: checkpoint(300), owner });
      await trees.write({ tiles: [tile(0, 1), tile(0, 2)], tree: tree(790), owner });
      await trees.write({ tiles: [], tree: tree(800), checkpoint: checkpoint(800), owner });
      await trees.write({ tiles: [], tree: tree(801), checkpoint: checkpoint(801), owner });
      const reopened = await again();
      expect(plain(await reopened.tree())).toEqual(plain(tree(801)));
      const tiles = await reopened.tiles([1, 3, 0].map((index) => ({ level: 0, index })));
      expect(tiles.map(({ level, index, hashes }) => [level, index, new Uint8Array(hashes).toHex()])).toEqual(
        [tile(0, 1), tile(0, 0)].map(({ level, index, hashes }) => [level, index, hashes.toHex()]),
      );
      expect((await reopened.checkpoints(0, 2)).map(({ size }) => size)).toEqual([300, 800]);
      expect((await reopened.checkpoints(300, 9)).map(({ note }) => note)).toEqual([checkpoint(800).note, checkpoint(801).note]);
      expect(await reopened.checkpoints(801, 9)).toEqual([]);
      expect((await reopened.latest())?.note).toBe(checkpoint(801).note);
    });

    test('who claimed last writes; those before are shut out', async () => {
      const { trees } = harness;
      const first = await trees.claim();
      await trees.write({ tiles: [], tree: tree(5), owner: first });
      const second = await trees.claim();
      expect(second).toBeGreaterThan(first);
      await expect(trees.write({ tiles: [], tree: tree(6), owner: first })).rejects.toThrow(Fenced);
      await trees.write({ tiles: [], tree: tree(7), owner: second });
      expect((await trees.tree())?.size).toBe(7);
    });

    test("a key's number is given once", async () => {
      const { trees } = harness;
      expect([await trees.addKeyNote(1, 'one\n'), await trees.addKeyNote(1, 'other\n')]).toEqual([true, false]);
      expect(await trees.addKeyNote(2, 'two\n')).toBe(true);
      expect(await (await again()).keyNotes()).toEqual(['one\n', 'two\n']);
    });
  });
}
