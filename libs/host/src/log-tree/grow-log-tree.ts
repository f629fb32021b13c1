import { ed25519, sha256Bytes } from '@ledgerline/adapter-crypto';
import {
  checkpointText,
  GrowingTree,
  hashBytesOf,
  instantText,
  leafHash,
  parseCheckpoint,
  signNote,
  type Clock,
  type EventStore,
  type FullTile,
  type Position,
  type SignedCheckpoint,
  type TreeStore,
  type Vault,
} from '@ledgerline/kernel';
import { sequenceOf } from '../verification/log-pages.js';
import { originOf, signerNow } from './checkpoint-keys.js';

export interface TreeParts {
  readonly store: EventStore;
  readonly trees: TreeStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly site: string;
}

/** Commits read at a time, and between two saves of the tree. */
const [pageSize, savesEvery] = [1_024, 65_536];

/**
 * Brings the tree up to the log's present end and signs a checkpoint there. Reads hashes alone; what it costs is what is new.
 *
 * @returns the checkpoint; undefined where nothing is new
 * @throws Fenced where another copy has taken over
 */
export async function growLogTree(parts: TreeParts, owner: number, signal: AbortSignal): Promise<SignedCheckpoint | undefined> {
  const { store, trees } = parts;
  const kept = await trees.tree();
  const end = await store.end();
  let position = kept?.position;
  const isBehind = position === undefined ? sequenceOf(end) > 0 : store.compare(position, end) < 0;
  if (!isBehind && (kept?.size ?? 0) === ((await trees.latest())?.size ?? 0)) return undefined;
  let tiles: FullTile[] = [];
  const tree = new GrowingTree(sha256Bytes, kept, (tile) => tiles.push(tile));
  let saved = tree.size;
  while (!signal.aborted && (position === undefined || store.compare(position, end) < 0)) {
    const page = await hashesAfter(store, position);
    if (page.hashes.length === 0) break;
    for (const hash of page.hashes) tree.append(leafHash(hashBytesOf(hash), sha256Bytes));
    position = page.end as Position;
    if (tree.size - saved >= savesEvery) {
      await trees.write({ tiles, tree: { ...tree.state(), position }, owner });
      [tiles, saved] = [[], tree.size];
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const checkpoint = position === undefined ? undefined : await signed(tree, position, parts);
  await trees.write({ tiles, tree: { ...tree.state(), position }, owner, ...(checkpoint ? { checkpoint } : {}) });
  return checkpoint;
}

async function signed(tree: GrowingTree, position: Position, parts: TreeParts): Promise<SignedCheckpoint> {
  const at = instantText(parts.clock.now());
  const { key, seed } = await signerNow(parts.trees, parts.vault, originOf(parts.site, position), at);
  if (key.key.name !== originOf(parts.site, position))
    throw new Error(`the last checkpoint key is ${key.key.name}'s, the log is ${originOf(parts.site, position)}`);
  const text = checkpointText({ origin: key.key.name, size: tree.size, root: tree.root(), at, position });
  return parseCheckpoint(signNote(text, key.key, seed, ed25519)) as SignedCheckpoint;
}

async function hashesAfter(store: EventStore, after: Position | undefined) {
  if (store.hashes) return store.hashes(after, pageSize);
  const commits = await store.read(after, pageSize);
  return { hashes: commits.map(({ hash }) => hash), end: commits.at(-1)?.position };
}
