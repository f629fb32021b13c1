import { sha256Bytes } from '@ledgerline/adapter-crypto';
import {
  parseCheckpoint,
  pointsOf,
  TreeReader,
  type EventStore,
  type ProvenCommit,
  type StreamName,
  type StreamProof,
  type TreeStore,
} from '@ledgerline/kernel';

/**
 * A stream with its proof, against the latest checkpoint; undefined for a stream that is none, or while nothing was signed. Only for logs whose positions count
 * their commits (`EventStoreCapabilities.gapless`).
 */
export async function proveStream(store: EventStore, trees: TreeStore, stream: StreamName): Promise<StreamProof | undefined> {
  const latest = await trees.latest();
  const checkpoint = latest && parseCheckpoint(latest.note);
  const stored = await store.load(stream, { fresh: true });
  if (!checkpoint || stored.length === 0) return undefined;
  const reader = new TreeReader(trees, sha256Bytes);
  const commits: ProvenCommit[] = [];
  for (const { text, hash, position } of stored) {
    const leaf = (pointsOf(position)?.[0]?.sequence ?? 0) - 1;
    const covered = leaf < checkpoint.size;
    const path = covered
      ? (await reader.inclusion(leaf, checkpoint.size)).path.map((one) => Buffer.from(one).toString('base64'))
      : undefined;
    commits.push({ text, hash, position, leaf, ...(path ? { path } : {}) });
  }
  return { format: 'ledgerline-proof/1', stream, keys: await trees.keyNotes(), checkpoint: checkpoint.note, commits };
}
