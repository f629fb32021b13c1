import type { Position, SignedCheckpoint, VerifierKey } from '@ledgerline/kernel';

/** What was kept elsewhere and is to hold. */
export interface Against {
  readonly expected?: { readonly position: Position; readonly digest: string };
  readonly kept: readonly SignedCheckpoint[];
  readonly keys: readonly VerifierKey[];
}
