/** What was done to a log so that its commits are not those that were signed. */
export type DifferenceName = 'commit-changed' | 'commit-missing' | 'commit-inserted' | 'commits-reordered';

/**
 * Names what was done first, from what follows it: both lists begin with the first place at which they differ. A signed commit that comes
 * later after all was moved, or something was put before it; one that does not come any more is gone or was changed.
 */
export function nameDifference(expected: readonly Uint8Array[], found: readonly Uint8Array[]): DifferenceName {
  const [signed, there] = [expected.map(textOf), found.map(textOf)];
  const comesLater = there.includes(signed[0] ?? '');
  const wasLater = signed.includes(there[0] ?? '');
  if (comesLater) return wasLater ? 'commits-reordered' : 'commit-inserted';
  return wasLater ? 'commit-missing' : 'commit-changed';
}

function textOf(hash: Uint8Array): string {
  return hash.toBase64();
}
