import type { SignedCheckpoint, StoredCommit } from '@ledgerline/kernel';

/** What a log consists of for who verifies it: its commits, and beside them what was kept of the tree over it. */
export type LogItem =
  | { readonly commit: StoredCommit }
  /** Notes that introduce the keys of checkpoints. */
  | { readonly keys: readonly string[] }
  /** Leaf hashes of the commits that come next, as the tree has them. */
  | { readonly leaves: readonly Uint8Array[] }
  | { readonly checkpoint: SignedCheckpoint };

/** Pages of commits alone. */
export async function* asItems(pages: AsyncIterable<readonly StoredCommit[]>): AsyncGenerator<readonly LogItem[]> {
  for await (const page of pages) yield page.map((commit) => ({ commit }));
}
