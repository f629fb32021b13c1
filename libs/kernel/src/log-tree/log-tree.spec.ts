import { describe, expect, test } from '@jest/globals';
import { sha256Bytes } from '@ledgerline/adapter-crypto';
import { MemoryTreeStore } from '@ledgerline/adapter-memory';
import fc from 'fast-check';
import { GrowingTree, isConsistent, leafHash, nodeHash, rootOfInclusion, splitOf, TreeReader, type FullTile } from './index.js';

/** RFC 9162, 2.1.1, word for word. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256Bytes(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  const split = splitOf(leaves.length);
  return nodeHash(rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)), sha256Bytes);
}

const leaves = Array.from({ length: 1_500 }, (_, n) =>
  leafHash(sha256Bytes(new TextEncoder().encode(`commit ${n}`)), sha256Bytes),
);

async function kept(size: number): Promise<TreeReader> {
  const store = new MemoryTreeStore();
  const tiles: FullTile[] = [];
  const tree = new GrowingTree(sha256Bytes, undefined, (tile) => tiles.push(tile));
  for (const leaf of leaves.slice(0, size)) tree.append(leaf);
  await store.write({ tiles, tree: { ...tree.state(), position: undefined }, owner: await store.claim() });
  return new TreeReader(store, sha256Bytes);
}

describe('the Merkle tree', () => {
  test('has the roots that Certificate Transparency publishes for its eight leaves', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ];
    const tree = new GrowingTree(sha256Bytes);
    for (const [place, input] of inputs.entries()) {
      tree.append(sha256Bytes(new Uint8Array([0, ...Uint8Array.fromHex(input)])));
      expect(new Uint8Array(tree.root()).toHex()).toBe(roots[place]);
    }
  });

  test('grows to the root of the definition, from whatever size it goes on', () => {
    fc.assert(
      fc.property(fc.nat(1_500), fc.nat(1_500), (one, other) => {
        const [before, size] = [Math.min(one, other), Math.max(one, other)];
        const first = new GrowingTree(sha256Bytes, undefined, () => undefined);
        for (const leaf of leaves.slice(0, before)) first.append(leaf);
        const second = new GrowingTree(sha256Bytes, first.state(), () => undefined);
        for (const leaf of leaves.slice(before, size)) second.append(leaf);
        expect(Buffer.compare(second.root(), rootByDefinition(leaves.slice(0, size)))).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('proves that a leaf is in it, at every size so far; another leaf, place, size or path is not proven', async () => {
    const reader = await kept(1_300);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_300 }), fc.nat(), fc.nat(), async (size, n, flip) => {
        const leaf = n % size;
        const root = Buffer.from(await reader.root(size));
        expect(root.equals(rootByDefinition(leaves.slice(0, size)))).toBe(true);
        const proof = await reader.inclusion(leaf, size);
        const leads = (change: Partial<typeof proof>, from = leaves[leaf] as Uint8Array) => {
          const found = rootOfInclusion(from, { ...proof, ...change }, sha256Bytes);
          return found !== undefined && root.equals(found);
        };
        expect(leads({})).toBe(true);
        expect(leads({}, leaves[leaf + 1] as Uint8Array)).toBe(false);
        expect(leads({ path: [...proof.path, root] })).toBe(false);
        expect(leads({ leaf: size })).toBe(false);
        if (proof.path.length === 0) return;
        expect(leads({ path: proof.path.slice(1) })).toBe(false);
        expect(leads({ leaf: leaf ^ 1 })).toBe(false);
        const place = flip % proof.path.length;
        const bent = Uint8Array.from(proof.path[place] as Uint8Array, (byte, at) => (at === flip % 32 ? byte ^ 1 : byte));
        expect(leads({ path: proof.path.with(place, bent) })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('proves that an older tree is its beginning; another root is not proven', async () => {
    const reader = await kept(1_300);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_300 }), fc.nat(), async (size, n) => {
        const older = n % (size + 1);
        const [olderRoot, root] = [await reader.root(older), await reader.root(size)];
        const proof = await reader.consistency(older, size);
        expect(isConsistent(proof, olderRoot, root, sha256Bytes)).toBe(true);
        const other = nodeHash(root, root, sha256Bytes);
        if (older > 0) expect(isConsistent(proof, other, root, sha256Bytes)).toBe(false);
        if (older > 0) expect(isConsistent(proof, olderRoot, other, sha256Bytes)).toBe(false);
        expect(isConsistent({ ...proof, path: [...proof.path, root] }, olderRoot, root, sha256Bytes)).toBe(false);
        if (proof.path.length > 0)
          expect(isConsistent({ ...proof, path: proof.path.slice(1) }, olderRoot, root, sha256Bytes)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('gives its leaves back as far as it has them', async () => {
    const reader = await kept(700);
    const found = await reader.leaves(250, 800);
    expect(found.map((leaf) => Buffer.from(leaf).toString('hex'))).toEqual(
      leaves.slice(250, 700).map((leaf) => Buffer.from(leaf).toString('hex')),
    );
  });
});
