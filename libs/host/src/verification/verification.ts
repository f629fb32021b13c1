import type { Checked, MisfitName, Position, SignedCheckpoint, StreamName, TreeFault, VerifierKey } from '@ledgerline/kernel';

/** What does not fit, and where; for a log that ends too early or cannot be read there is no stream to name. */
export interface Fault {
  readonly fault: MisfitName | TreeFault['fault'] | 'key-forged' | 'unreadable' | 'ends-too-early' | 'digest-differs';
  readonly position: Position | null;
  readonly stream?: StreamName;
  readonly version?: number;
  readonly expected: string;
  readonly found: string;
}

export interface Verification {
  readonly checked: Checked;
  /** Signed checkpoints that fitted, and how many commits the last of them covers. */
  readonly signed: { readonly checkpoints: number; readonly commits: number; readonly key?: string };
  /** The first misfit in log order. */
  readonly fault?: Fault;
  /** Where commits are missing: the first stream that does not go on. None where they were the ends of their streams. */
  readonly affected?: Fault;
}

export interface VerificationOptions {
  readonly gapless: boolean;
  /** A digest that somebody wrote down, with the position it belongs to. */
  readonly expected?: { readonly position: Position; readonly digest: string } | undefined;
  /** Checkpoints that somebody kept elsewhere. */
  readonly kept?: readonly SignedCheckpoint[];
  /** Keys whose signatures count, beside those that they hand over to; none: the first that the log itself introduces. */
  readonly keys?: readonly VerifierKey[];
  readonly onPage?: (checked: Checked) => void;
}

/** @param by who has seen the later position */
export function endsBefore({ position }: Checked, seen: Position, by: string): Fault {
  return {
    fault: 'ends-too-early',
    position: position ?? null,
    expected: `${seen}, which ${by} names`,
    found: 'the end of the log',
  };
}
