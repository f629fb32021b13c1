import type { Fault, Verification, VerificationState } from '@ledgerline/host';
import type { SignedCheckpoint } from '@ledgerline/kernel';

/** A signed checkpoint: of the first `size` commits, the root of the Merkle tree in base64. The signature stands in the note. */
export interface ShownCheckpoint {
  readonly size: number;
  readonly root: string;
  readonly origin: string;
  readonly at: string | null;
  readonly position: string | null;
  readonly note: string;
}

/** A key whose signatures count, with the note by which it was introduced. */
export interface ShownKey {
  readonly number: number;
  readonly key: string;
  readonly at: string;
  readonly note: string;
}

/** How far a verification is, and what it found: `whole` where nothing misfits. */
export interface ShownVerification
  extends Omit<VerificationState, 'verification'>, Partial<Omit<Verification['checked'], 'commits'>> {
  readonly whole?: boolean;
  /** Checkpoints that fitted, and how many commits the last of them covers. */
  readonly signed?: Verification['signed'];
  /** The first misfit in log order. */
  readonly fault?: Fault | null;
  /** Where commits are missing: the first stream that does not go on. */
  readonly affected?: Fault;
}

export function checkpointView({ origin, size, root, at, position, note }: SignedCheckpoint): ShownCheckpoint {
  return { size, root: Buffer.from(root).toString('base64'), origin, at: at ?? null, position: position ?? null, note };
}

export function verificationView({ verification, ...state }: VerificationState): ShownVerification {
  if (!verification) return state;
  const { checked, signed, fault, affected } = verification;
  return { ...state, whole: fault === undefined, ...checked, signed, fault: fault ?? null, ...(affected ? { affected } : {}) };
}
