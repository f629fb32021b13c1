import type { StoredCommit, StreamName } from '../commit.js';
import type { SpanTree } from '../log-span/span-tree.js';
import type { Position } from '../position.js';
import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.js';
import type { KeyMaker } from './checkpoint-keys.js';
import { GrowingTree } from './growing-tree.js';
import { nameDifference, type DifferenceName } from './name-difference.js';
import { signerOf, type VerifierKey } from './signed-note.js';
import { beginsWith, hashLength, isEqual, leafHash } from './tree-hash.js';

/** What does not fit between a log and the tree that was signed over it. */
export interface TreeFault {
  readonly fault: DifferenceName | 'checkpoint-forged' | 'checkpoint-differs' | 'leaves-differ' | 'ends-too-early';
  readonly position: Position | null;
  readonly stream?: StreamName;
  readonly version?: number;
  readonly expected: string;
  readonly found: string;
}

/** Leaves looked at after the first that differs, to tell a change from a gap. */
const mostAhead = 256;

interface Difference {
  /** Counts from 0. */
  readonly leaf: number;
  readonly at: Pick<StoredCommit, 'position' | 'stream' | 'first' | 'hash'>;
  readonly found: Uint8Array[];
  readonly expected: Uint8Array[];
  /** What the tree grows to with the leaves that were kept. */
  readonly kept: GrowingTree;
  /** Set once a signed root has shown that what was kept is what was. */
  isShown: boolean;
}

/** What is known of consecutive commits about the tree over them. */
export interface TreeSpan {
  readonly tree: SpanTree;
  /** Their leaves in the tree that was kept, one after the other, as far as it has them. */
  readonly kept: Uint8Array;
  readonly checkpoints: readonly SignedCheckpoint[];
  /** Of the last commit. */
  readonly position: Position;
}

/** The 32 bytes of a commit's hash; of a text that is none, nothing that any commit has. */
export function hashBytesOf(hash: string): Uint8Array {
  const bytes = new Uint8Array(hashLength);
  try {
    const { read, written } = bytes.setFromBase64(hash, { alphabet: 'base64url' });
    if (written === hashLength && read === hash.length) return bytes;
  } catch (error) {
    if (!((error as Error).name === 'SyntaxError')) throw error;
  }
  return new Uint8Array(hashLength);
}

/**
 * Grows the tree anew over a log's commits and holds it against signed checkpoints. Where the leaves of the signed tree
 * were kept, the first commit that is not what was signed is named; else the span between two checkpoints is.
 */
export class TreeCheck {
  private tree: GrowingTree;
  private expected: readonly Uint8Array[] = [];
  private nextExpected = 0;
  private difference: Difference | undefined;
  private lastFitting = 0;
  private last: Position | null = null;

  constructor(private readonly maker: KeyMaker) {
    this.tree = new GrowingTree(maker.sha256);
  }

  get size(): number {
    return this.tree.size;
  }

  /** True while a difference is known and no checkpoint has yet said which of the two was signed. */
  get isInDoubt(): boolean {
    return this.difference !== undefined;
  }

  /** The leaves of the tree that was kept, for the commits that come next. */
  expect(leaves: readonly Uint8Array[]): void {
    this.expected = [...this.expected.slice(this.nextExpected), ...leaves];
    this.nextExpected = 0;
  }

  /** The log's next commit. @param leaf its leaf, where it was made already. @returns the first difference, once it is shown and named */
  commit(stored: StoredCommit, leaf = leafHash(hashBytesOf(stored.hash), this.maker.sha256)): TreeFault | undefined {
    const expected = this.expected[this.nextExpected];
    this.nextExpected += 1;
    if (this.difference === undefined && expected !== undefined && !isEqual(leaf, expected))
      this.difference = { leaf: this.size, at: stored, found: [], expected: [], kept: this.tree.copy(), isShown: false };
    this.tree.append(leaf);
    this.last = stored.position;
    const { difference } = this;
    if (!difference) return undefined;
    if (expected) difference.kept.append(expected);
    if (difference.found.length < mostAhead) difference.found.push(leaf);
    if (expected && difference.expected.length < mostAhead) difference.expected.push(expected);
    return difference.isShown && difference.found.length === mostAhead ? this.named(difference) : undefined;
  }

  /**
   * A span of commits at once, with the checkpoints that lie in it, smallest first.
   * @returns false, and nothing is changed, where anything does not fit: then commit after commit says what
   */
  span(span: TreeSpan, trusted: readonly VerifierKey[]): boolean {
    if (this.difference || !beginsWith(span.tree.leaves, span.kept)) return false;
    const tree = this.tree.copy();
    let fitting = this.lastFitting;
    for (const checkpoint of span.checkpoints) {
      if (this.forged(checkpoint, trusted)) return false;
      if (checkpoint.size > tree.size) span.tree.grow(tree, checkpoint.size);
      if (checkpoint.size < tree.size) continue;
      if (!isEqual(tree.root(), checkpoint.root)) return false;
      fitting = checkpoint.size;
    }
    span.tree.grow(tree, span.tree.end);
    this.tree = tree;
    this.lastFitting = fitting;
    this.last = span.position;
    return true;
  }

  /** A checkpoint that is to hold after the commits so far. */
  checkpoint(checkpoint: SignedCheckpoint, trusted: readonly VerifierKey[]): TreeFault | undefined {
    const { size, root } = checkpoint;
    const unknown = this.forged(checkpoint, trusted);
    if (unknown) return unknown;
    if (size > this.size) return this.differsBefore(checkpoint) ?? this.endsBefore(checkpoint);
    if (size < this.size || this.difference?.isShown) return undefined;
    if (isEqual(this.tree.root(), root)) {
      this.lastFitting = size;
      return this.difference && this.leavesDiffer(this.difference);
    }
    const { difference } = this;
    if (difference?.kept.size === size && isEqual(difference.kept.root(), root)) {
      difference.isShown = true;
      return undefined;
    }
    return {
      fault: 'checkpoint-differs',
      position: this.last,
      expected: `root ${root.toBase64()} over the first ${size} commits; it fitted over ${this.lastFitting}`,
      found: this.tree.root().toBase64(),
    };
  }

  /** After the last commit. */
  end(): TreeFault | undefined {
    if (!this.difference) return undefined;
    return this.difference.isShown ? this.named(this.difference) : this.leavesDiffer(this.difference);
  }

  private forged({ note, size, at }: SignedCheckpoint, trusted: readonly VerifierKey[]): TreeFault | undefined {
    const parsed = parseCheckpoint(note);
    const signer = parsed && signerOf(parsed.signed, trusted, this.maker.ed25519);
    if (signer?.name === parsed?.origin && signer) return undefined;
    return {
      fault: 'checkpoint-forged',
      position: this.last,
      expected: `the signature of ${trusted.map(({ name, id }) => `${name}+${id}`).join(' or ') || 'a key that is known'}`,
      found: `a checkpoint of ${size} commits${at === undefined ? '' : `, made ${at}`}, which none of them signed`,
    };
  }

  /** The log ends too early, and something before its end is not what was signed either: the leaves that are left over show it. */
  private differsBefore({ size, root }: SignedCheckpoint): TreeFault | undefined {
    if (!this.difference) return undefined;
    const kept = this.difference.kept.copy();
    const rest = this.expected.slice(this.nextExpected, this.nextExpected + size - kept.size);
    for (const leaf of rest) kept.append(leaf);
    if (kept.size !== size || !isEqual(kept.root(), root)) return undefined;
    return this.named({ ...this.difference, expected: [...this.difference.expected, ...rest].slice(0, mostAhead) });
  }

  private endsBefore({ size, position, at }: SignedCheckpoint): TreeFault {
    return {
      fault: 'ends-too-early',
      position: this.last,
      expected: `${size} commits${position === undefined ? '' : `, up to ${position}`}, as signed${at === undefined ? '' : ` ${at}`}`,
      found: `${this.size} commits`,
    };
  }

  /** The log is what was signed, or nothing was signed over it; what was kept of the tree is something else. */
  private leavesDiffer({ leaf, at, expected, found }: Difference): TreeFault {
    return {
      fault: 'leaves-differ',
      position: at.position,
      stream: at.stream,
      version: at.first,
      expected: `the leaf ${found[0]?.toBase64() ?? ''} of commit ${leaf + 1} in what was kept of the tree`,
      found: expected[0]?.toBase64() ?? '',
    };
  }

  private named(difference: Difference): TreeFault {
    const { position, stream, first: version, hash } = difference.at;
    return {
      fault: nameDifference(difference.expected, difference.found),
      position,
      stream,
      version,
      expected: `commit ${difference.leaf + 1} with the leaf ${difference.expected[0]?.toBase64() ?? ''}, as signed`,
      found: `a commit with the hash ${hash}, leaf ${difference.found[0]?.toBase64() ?? ''}`,
    };
  }
}
