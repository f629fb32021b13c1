import { commitIn, faultOf } from './commit-faults.js';
import type { Difference, Misfit } from './misfit.js';
import type { StoredCommit, StreamName } from './commit.js';
import type { Cryptography } from './cryptography.js';
import { GaplessPositions } from './gapless-positions.js';
import type { Position } from './position.js';
import { hashIn, type SoundSpan, type Stretch } from './log-span/sound-span.js';
import { soundCommit, type SoundCommit } from './sound-commit.js';

/** How far a check has come. */
export interface Checked {
  readonly commits: number;
  readonly events: number;
  readonly streams: number;
  readonly position: Position | undefined;
  /**
   * Stands for every commit up to `position` in their order: d₀ is empty, dₙ = SHA-256(dₙ₋₁ + hash of commit n). Who wrote it
   * down elsewhere can tell later whether this part of the log is still the same, the ends of streams included.
   */
  readonly digest: string;
}

interface Tail {
  readonly last: number;
  readonly hash: string;
  readonly at: string;
}

/**
 * Checks a log, commit after commit in log order, against ADR 0001: bytes canonical and hashed, facts beside them equal to
 * those inside, versions contiguous and chained within each stream, `at` never decreasing, positions without a gap.
 * Remembers one tail a stream. It does not look for a command id that stands twice in one stream: appending refuses that.
 */
export class LogCheck {
  private readonly tails = new Map<StreamName, Tail>();
  private counts = { commits: 0, events: 0 };
  private position: Position | undefined;
  private readonly positions = new GaplessPositions();
  private digest = '';

  /** @param gapless whether the log's sequences count its commits from 1 (`EventStoreCapabilities.gapless`) */
  constructor(
    private readonly cryptography: Pick<Cryptography, 'sha256'>,
    private readonly gapless: boolean,
  ) {}

  get checked(): Checked {
    return { ...this.counts, streams: this.tails.size, position: this.position, digest: this.digest };
  }

  /**
   * What does not fit about the log's next commit: none, commits missing before it, the first fault of its own, or both.
   * @param sound where it was found out already that the commit by itself is in order
   */
  next(stored: StoredCommit, sound: SoundCommit | undefined = soundCommit(stored, this.cryptography)): readonly Misfit[] {
    const { stream, first: version, position } = stored;
    const tail = this.tails.get(stream);
    const gap = this.gapless ? this.positions.gapBefore(position) : undefined;
    const { own, events, at } = sound ? this.follows(stored, sound, tail) : this.examined(stored, tail);
    this.tails.set(stream, { last: stored.last, hash: stored.hash, at: apart(at) });
    this.counts = { commits: this.counts.commits + 1, events: this.counts.events + events };
    this.position = position;
    this.digest = this.cryptography.sha256(this.digest + stored.hash);
    return [gap, own].flatMap((difference) => (difference ? [{ ...difference, position, stream, version }] : []));
  }

  /** Whether the span is what comes next, and each stream goes on in it: then nothing about its commits misfits. */
  isContinuedBy({ begin, stretches }: SoundSpan): boolean {
    if (this.gapless && !this.positions.isNext(begin)) return false;
    return stretches.every((stretch) => goesOn(stretch, this.tails.get(stretch.stream)));
  }

  /** Goes on after a span that continues what was checked so far. */
  pass(span: SoundSpan): void {
    for (const { stream, last, hash, to } of span.stretches) this.tails.set(stream, { last, hash, at: apart(to) });
    this.counts = { commits: this.counts.commits + span.commits, events: this.counts.events + span.events };
    this.position = span.end;
    this.positions.pass(span.end);
    this.digest = this.digestAfter(span, span.commits);
  }

  /** The digest as it is after the first commits of a span that comes next. */
  digestAfter(span: SoundSpan, commits: number): string {
    let { digest } = this;
    for (let n = 0; n < commits; n += 1) digest = this.cryptography.sha256(digest + hashIn(span, n));
    return digest;
  }

  private follows(stored: StoredCommit, { events, from, to }: SoundCommit, tail: Tail | undefined): Examined {
    return { own: doesNotFollow(stored, tail) ?? timesDiffer([from], tail), events, at: to };
  }

  /** A commit that is not surely sound is parsed, so that what is wrong can be named. */
  private examined(stored: StoredCommit, tail: Tail | undefined): Examined {
    const commit = commitIn(stored.text);
    const times = commit?.events.map(({ meta }) => meta.at) ?? [];
    const own = faultOf(stored, commit, this.cryptography) ?? doesNotFollow(stored, tail) ?? timesDiffer(times, tail);
    return { own, events: times.length, at: times.at(-1) ?? tail?.at ?? '' };
  }
}

interface Examined {
  readonly own: Difference | undefined;
  readonly events: number;
  /** `at` of the last event. */
  readonly at: string;
}

function goesOn({ first, previous, from }: Stretch, tail: Tail | undefined): boolean {
  if (tail === undefined) return first === 1 && previous === null;
  return first === tail.last + 1 && previous === tail.hash && from >= tail.at;
}

/** A text of its own: what is cut out of a longer text keeps all of that in memory (V8), and there is one a stream. */
function apart(text: string): string {
  return ` ${text}`.slice(1);
}

function doesNotFollow({ first, previous }: StoredCommit, tail: Tail | undefined): Difference | undefined {
  const expected = (tail?.last ?? 0) + 1;
  if (first !== expected) return { fault: 'version-does-not-follow', expected: `version ${expected}`, found: `version ${first}` };
  const hash = tail?.hash ?? null;
  if (previous !== hash) return { fault: 'chain-broken', expected: `previous ${hash}`, found: `previous ${previous}` };
  return undefined;
}

function timesDiffer(times: readonly string[], tail: Tail | undefined): Difference | undefined {
  let before = tail?.at ?? '';
  for (const at of times) {
    if (at < before) return { fault: 'time-runs-backwards', expected: `at ${before} or later`, found: `at ${at}` };
    before = at;
  }
  return undefined;
}
