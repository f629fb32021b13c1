import { ed25519, nodeCryptography, sha256Bytes } from '@ledgerline/adapter-crypto';
import {
  LogCheck,
  TreeCheck,
  trustedKeys,
  type Checked,
  type Misfit,
  type MisfitName,
  type Position,
  type SignedCheckpoint,
  type SoundCommit,
  type StoredCommit,
  type StreamName,
  type TreeFault,
  type VerifierKey,
} from '@ledgerline/kernel';
import { examinedAhead } from './examine-ahead.js';
import { leafIn, soundIn, type PageFindings } from './examined-page.js';
import type { LogItem } from './log-item.js';
import { LogUnreadable } from './log-pages.js';

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

/**
 * Walks a log and stops at the first thing that does not fit; where commits are missing, at the stream that lacks them; where a commit
 * is not what was signed, at the checkpoint that shows it.
 */
export async function verifyLog(pages: AsyncIterable<readonly LogItem[]>, options: VerificationOptions): Promise<Verification> {
  const walk = new Walk(options);
  try {
    for await (const { items, findings } of examinedAhead(pages)) {
      let commits = 0;
      for (const item of items) {
        const found = walk.next(item, findings, commits);
        if (found) return found;
        if ('commit' in item) commits += 1;
      }
      options.onPage?.(walk.check.checked);
    }
  } catch (error) {
    if (!(error instanceof LogUnreadable)) throw error;
    return walk.unreadable(error);
  }
  return walk.end();
}

const maker = { ed25519, sha256: sha256Bytes };

class Walk {
  readonly check: LogCheck;
  private readonly tree = new TreeCheck(maker);
  private readonly kept: SignedCheckpoint[];
  private notes: readonly string[] = [];
  private trusted: readonly VerifierKey[];
  private missing: Misfit | undefined;
  private pending: Misfit | undefined;
  private reached = false;
  private fitting = { checkpoints: 0, commits: 0 };

  constructor(private readonly options: VerificationOptions) {
    this.check = new LogCheck(nodeCryptography, options.gapless);
    this.kept = (options.kept ?? []).toSorted((one, other) => one.size - other.size);
    this.trusted = options.keys ?? [];
  }

  /** @param findings about the commits of the item's page, where a thread has looked at them @param n which of them it is */
  next(item: LogItem, findings: PageFindings | undefined, n: number): Verification | undefined {
    if ('commit' in item) return this.commit(item.commit, findings && soundIn(findings, n), findings && leafIn(findings, n));
    if ('checkpoint' in item) return this.checkpoint(item.checkpoint);
    if ('leaves' in item) this.tree.expect(item.leaves);
    else return this.keys(item.keys);
    return undefined;
  }

  unreadable({ after, why }: LogUnreadable): Verification {
    const fault: Fault = { fault: 'unreadable', position: after ?? null, expected: 'a commit', found: why };
    return this.verification(this.missing ?? fault);
  }

  end(): Verification {
    if (this.missing) return this.verification(this.missing);
    const differs = this.tree.end();
    if (differs && !(this.pending && differs.fault === 'leaves-differ')) return this.verification(differs);
    if (this.pending) return this.verification(this.pending);
    for (const checkpoint of this.kept.splice(0)) {
      const found = this.checkpoint(checkpoint);
      if (found) return found;
    }
    const { expected } = this.options;
    if (expected && !this.reached)
      return this.verification(endsBefore(this.check.checked, expected.position, 'the digest given'));
    return this.verification();
  }

  /** Where nobody names a key to trust, each has to be handed over to by the one before. */
  private keys(notes: readonly string[]): Verification | undefined {
    const named = this.options.keys ?? [];
    this.notes = [...this.notes, ...notes];
    this.trusted = trustedKeys(this.notes, named, maker);
    if (named.length > 0 || this.trusted.length === this.notes.length) return undefined;
    const found = `${this.notes.length} keys, ${this.trusted.length} of them handed over to`;
    return this.verification({ fault: 'key-forged', position: null, expected: 'keys that hand over to each other', found });
  }

  private commit(stored: StoredCommit, sound?: SoundCommit, leaf?: Uint8Array): Verification | undefined {
    for (const misfit of this.check.next(stored, sound)) {
      if (misfit.fault === 'commits-missing') this.missing ??= misfit;
      else if (this.missing) return this.verification(this.missing, misfit);
      else if (!this.tree.isInDoubt) return this.verification(misfit);
      else this.pending ??= misfit;
    }
    if (this.missing) return undefined;
    const differs = this.tree.commit(stored, leaf);
    if (differs) return this.verification(differs);
    const digest = this.otherDigest(stored.position);
    if (digest) return this.verification(digest);
    while (this.kept[0]?.size === this.tree.size) {
      const found = this.checkpoint(this.kept.shift() as SignedCheckpoint);
      if (found) return found;
    }
    return undefined;
  }

  private checkpoint(checkpoint: SignedCheckpoint): Verification | undefined {
    if (this.missing) return undefined;
    const fault = this.tree.checkpoint(checkpoint, this.trusted);
    if (fault) return this.verification(fault.stream === undefined ? (this.pending ?? fault) : fault);
    this.fitting = { checkpoints: this.fitting.checkpoints + 1, commits: checkpoint.size };
    return undefined;
  }

  private otherDigest(position: Position): Fault | undefined {
    const { expected } = this.options;
    if (position !== expected?.position) return undefined;
    this.reached = true;
    const { digest } = this.check.checked;
    if (digest === expected.digest) return undefined;
    return { fault: 'digest-differs', position, expected: expected.digest, found: digest };
  }

  private verification(fault?: Fault, affected?: Fault): Verification {
    const key = this.trusted[0]?.text;
    return {
      checked: this.check.checked,
      signed: { ...this.fitting, ...(key === undefined ? {} : { key }) },
      ...(fault ? { fault } : {}),
      ...(affected ? { affected } : {}),
    };
  }
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
