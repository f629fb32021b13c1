import { nodeCryptography } from '@ledgerline/adapter-crypto';
import {
  LogCheck,
  type Checked,
  type Misfit,
  type MisfitName,
  type Position,
  type StoredCommit,
  type StreamName,
} from '@ledgerline/kernel';
import { LogUnreadable } from './log-pages.js';

/** What does not fit, and where; for a log that ends too early or cannot be read there is no stream to name. */
export interface Fault {
  readonly fault: MisfitName | 'unreadable' | 'ends-too-early' | 'digest-differs';
  readonly position: Position | null;
  readonly stream?: StreamName;
  readonly version?: number;
  readonly expected: string;
  readonly found: string;
}

export interface Verification {
  readonly checked: Checked;
  /** The first misfit in log order. */
  readonly fault?: Fault;
  /** Where commits are missing: the first stream that does not go on. None where they were the ends of their streams. */
  readonly affected?: Fault;
}

export interface VerificationOptions {
  readonly gapless: boolean;
  /** A digest that somebody wrote down, with the position it belongs to. */
  readonly expected?: { readonly position: Position; readonly digest: string };
  readonly onPage?: (checked: Checked) => void;
}

/** Walks a log and stops at the first thing that does not fit; where commits are missing, at the stream that lacks them. */
export async function verifyLog(
  pages: AsyncIterable<readonly StoredCommit[]>,
  { gapless, expected, onPage }: VerificationOptions,
): Promise<Verification> {
  const check = new LogCheck(nodeCryptography, gapless);
  let missing: Misfit | undefined;
  let reached = false;
  try {
    for await (const page of pages) {
      for (const stored of page) {
        for (const misfit of check.next(stored)) {
          if (misfit.fault === 'commits-missing') missing ??= misfit;
          else return { checked: check.checked, fault: missing ?? misfit, ...(missing ? { affected: misfit } : {}) };
        }
        if (stored.position !== expected?.position) continue;
        reached = true;
        const { digest } = check.checked;
        if (digest !== expected.digest && !missing) return { checked: check.checked, fault: otherDigest(expected, digest) };
      }
      onPage?.(check.checked);
    }
  } catch (error) {
    if (!(error instanceof LogUnreadable)) throw error;
    return { checked: check.checked, fault: missing ?? unreadable(error) };
  }
  const { checked } = check;
  if (missing) return { checked, fault: missing };
  return expected && !reached ? { checked, fault: endsBefore(checked, expected.position, 'the digest given') } : { checked };
}

function otherDigest({ position, digest }: { readonly position: Position; readonly digest: string }, found: string): Fault {
  return { fault: 'digest-differs', position, expected: digest, found };
}

function unreadable({ after, why }: LogUnreadable): Fault {
  return { fault: 'unreadable', position: after ?? null, expected: 'a commit', found: why };
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
