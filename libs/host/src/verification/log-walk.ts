import { ed25519, nodeCryptography, sha256Bytes } from '@ledgerline/adapter-crypto';
import {
  LogCheck,
  pointsOf,
  TreeCheck,
  trustedKeys,
  type Misfit,
  type Position,
  type SignedCheckpoint,
  type SoundCommit,
  type SoundSpan,
  type StoredCommit,
  type VerifierKey,
} from '@ledgerline/kernel';
import { leafIn, soundIn, type PageFindings } from './examined-page.js';
import type { ExaminedSpan } from './examined-span.js';
import type { LogItem } from './log-item.js';
import type { LogUnreadable } from './log-pages.js';
import { endsBefore, type Fault, type Verification, type VerificationOptions } from './verification.js';

const maker = { ed25519, sha256: sha256Bytes };

/** Walks through a log, commit after commit or span after span, to the first thing that does not fit. */
export class LogWalk {
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
  next(item: LogItem, findings?: PageFindings, n = 0): Verification | undefined {
    if ('commit' in item) return this.commit(item.commit, findings && soundIn(findings, n), findings && leafIn(findings, n));
    if ('checkpoint' in item) return this.checkpoint(item.checkpoint);
    if ('leaves' in item) this.tree.expect(item.leaves);
    else return this.keys(item.keys);
    return undefined;
  }

  /**
   * A span of sound commits at once, with all that was signed up to its end.
   * @returns false, and nothing is changed, where anything does not fit: then commit after commit says what
   */
  span({ span, tree }: ExaminedSpan, { kept, checkpoints }: SignedSpan): boolean {
    if (this.missing || this.pending || !this.check.isContinuedBy(span) || !this.hasDigestExpectedIn(span)) return false;
    const keptElsewhere = this.kept.filter(({ size }) => size <= tree.end);
    const all = [...checkpoints, ...keptElsewhere].toSorted((one, other) => one.size - other.size);
    if (!this.tree.span({ tree, kept, checkpoints: all, position: span.end }, this.trusted)) return false;
    this.check.pass(span);
    this.kept.splice(0, keptElsewhere.length);
    const last = all.at(-1);
    if (last) this.fitting = { checkpoints: this.fitting.checkpoints + all.length, commits: last.size };
    return true;
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

  /** True also where no digest is expected in it. */
  private hasDigestExpectedIn(span: SoundSpan): boolean {
    const { expected } = this.options;
    const commits = expected && commitsUpTo(expected.position, span);
    if (commits === undefined) return true;
    this.reached = this.check.digestAfter(span, commits) === expected?.digest;
    return this.reached;
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

/** What was signed over a span: leaves that were kept, one after the other, and the checkpoints up to its end. */
export interface SignedSpan {
  readonly kept: Uint8Array;
  readonly checkpoints: readonly SignedCheckpoint[];
}

/** How many commits of a span stand up to a position in it; undefined: it lies elsewhere. */
function commitsUpTo(position: Position, { begin, commits }: SoundSpan): number | undefined {
  const [[point], [first]] = [pointsOf(position) ?? [], pointsOf(begin) ?? []];
  if (!point || !first || point.log !== first.log || point.epoch !== first.epoch) return undefined;
  const count = point.sequence - first.sequence + 1;
  return count >= 1 && count <= commits ? count : undefined;
}
