import { canonicalJson } from './canonical-json.js';
import { isStreamName, largestCommit, type Commit, type RecordedEvent, type StoredCommit, type StreamName } from './commit.js';
import type { Cryptography } from './cryptography.js';
import { pointsOf, type Point, type Position } from './position.js';

/** Something that cannot be part of a history as ADR 0001 describes it. */
export interface Misfit {
  /** What is wrong, by name. */
  readonly fault: MisfitName;
  readonly position: Position;
  readonly stream: StreamName;
  /** Version of the commit's first event, as the store gave it. */
  readonly version: number;
  readonly expected: string;
  readonly found: string;
}

export type MisfitName =
  | 'commits-missing'
  | 'hash-differs'
  | 'bytes-not-canonical'
  | 'not-a-commit'
  | 'facts-differ'
  | 'version-does-not-follow'
  | 'chain-broken'
  | 'time-runs-backwards';

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

type Difference = Pick<Misfit, 'fault' | 'expected' | 'found'>;

/**
 * Checks a log, commit after commit in log order, against ADR 0001: bytes canonical and hashed, facts beside them equal to
 * those inside, versions contiguous and chained within each stream, `at` never decreasing, positions without a gap.
 * Remembers one tail a stream. It does not look for a command id that stands twice in one stream: appending refuses that.
 */
export class LogCheck {
  private readonly tails = new Map<StreamName, Tail>();
  private counts = { commits: 0, events: 0 };
  private position: Position | undefined;
  private digest = '';

  /** @param gapless whether the log's sequences count its commits from 1 (`EventStoreCapabilities.gapless`) */
  constructor(
    private readonly cryptography: Pick<Cryptography, 'sha256'>,
    private readonly gapless: boolean,
  ) {}

  get checked(): Checked {
    return { ...this.counts, streams: this.tails.size, position: this.position, digest: this.digest };
  }

  /** What does not fit about the log's next commit: none, commits missing before it, the first fault of its own, or both. */
  next(stored: StoredCommit): readonly Misfit[] {
    const { stream, first: version, position } = stored;
    const commit = parsed(stored.text);
    const tail = this.tails.get(stream);
    const gap = this.gapless ? gapBefore(this.position, position) : undefined;
    const own =
      bytesDiffer(stored, commit, this.cryptography) ??
      factsDiffer(stored, commit as Commit) ??
      doesNotFollow(stored, tail) ??
      timeDiffers(commit as Commit, tail);
    this.remember(stored, commit, tail);
    return [gap, own].flatMap((difference) => (difference ? [{ ...difference, position, stream, version }] : []));
  }

  private remember(stored: StoredCommit, commit: Commit | undefined, tail: Tail | undefined): void {
    const at = commit?.events.at(-1)?.meta.at ?? tail?.at ?? '';
    this.tails.set(stored.stream, { last: stored.last, hash: stored.hash, at });
    this.counts = { commits: this.counts.commits + 1, events: this.counts.events + (commit?.events.length ?? 0) };
    this.position = stored.position;
    this.digest = this.cryptography.sha256(this.digest + stored.hash);
  }
}

function gapBefore(before: Position | undefined, position: Position): Difference | undefined {
  const [point] = pointsOf(position) ?? [];
  const [last] = before === undefined ? [] : (pointsOf(before) ?? []);
  const expected = (last?.sequence ?? 0) + 1;
  const isSameLog = last === undefined || (point?.log === last.log && point.epoch === last.epoch);
  if (point?.sequence === expected && isSameLog) return undefined;
  return { fault: 'commits-missing', expected: pointText(last ?? point, expected), found: position };
}

function pointText(like: Point | undefined, sequence: number): string {
  return like ? `${like.log}.${like.epoch}.${sequence}` : String(sequence);
}

function bytesDiffer(
  { text, hash }: StoredCommit,
  commit: Commit | undefined,
  { sha256 }: Pick<Cryptography, 'sha256'>,
): Difference | undefined {
  const actual = sha256(text);
  if (actual !== hash) return { fault: 'hash-differs', expected: hash, found: actual };
  if (commit === undefined)
    return { fault: 'not-a-commit', expected: 'a commit of format 1', found: JSON.stringify(text.slice(0, 100)) };
  const canonical = canonicalOf(commit);
  if (canonical === text) return undefined;
  const place = placeOfDifference(canonical, text);
  return { fault: 'bytes-not-canonical', expected: around(canonical, place), found: around(text, place) };
}

/** A tampered text may hold what has no canonical form, or be nested without end. */
function canonicalOf(commit: Commit): string {
  try {
    return canonicalJson(commit);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return '';
    throw error;
  }
}

function placeOfDifference(one: string, other: string): number {
  let place = 0;
  while (place < one.length && one[place] === other[place]) place += 1;
  return place;
}

function around(text: string, place: number): string {
  return JSON.stringify(text.slice(Math.max(0, place - 20), place + 20));
}

/** What the store keeps beside the bytes has to be what the bytes say. */
function factsDiffer(stored: StoredCommit, commit: Commit): Difference | undefined {
  const inside = {
    stream: commit.stream,
    first: commit.first,
    last: commit.first + commit.events.length - 1,
    previous: commit.previous,
  };
  for (const name of ['stream', 'first', 'last', 'previous'] as const)
    if (stored[name] !== inside[name])
      return { fault: 'facts-differ', expected: `${name} ${inside[name]}, as in the bytes`, found: `${name} ${stored[name]}` };
  return undefined;
}

function doesNotFollow({ first, previous }: StoredCommit, tail: Tail | undefined): Difference | undefined {
  const expected = (tail?.last ?? 0) + 1;
  if (first !== expected) return { fault: 'version-does-not-follow', expected: `version ${expected}`, found: `version ${first}` };
  const hash = tail?.hash ?? null;
  if (previous !== hash) return { fault: 'chain-broken', expected: `previous ${hash}`, found: `previous ${previous}` };
  return undefined;
}

function timeDiffers({ events }: Commit, tail: Tail | undefined): Difference | undefined {
  let before = tail?.at ?? '';
  for (const { meta } of events) {
    if (meta.at < before) return { fault: 'time-runs-backwards', expected: `at ${before} or later`, found: `at ${meta.at}` };
    before = meta.at;
  }
  return undefined;
}

/** The commit in the bytes; undefined where they hold none of format 1. */
function parsed(text: string): Commit | undefined {
  if (text.length > largestCommit) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isCommit(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const hashText = /^[A-Za-z0-9_-]{43}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function isCommit(value: unknown): value is Commit {
  const { format, stream, first, command, digest, previous, events } = (value ?? {}) as Partial<Commit>;
  return (
    format === 1 &&
    isStreamName(stream) &&
    isCount(first) &&
    isText(command) &&
    isText(digest) &&
    (previous === null || (isText(previous) && hashText.test(previous))) &&
    Array.isArray(events) &&
    events.length > 0 &&
    events.every((event, place) => isEvent(event, `${command}.${place + 1}`, first + place))
  );
}

function isEvent(value: unknown, id: string, version: number): boolean {
  const event = (value ?? {}) as Partial<RecordedEvent>;
  const { at, recordedAt, actor, site, correlation } = event.meta ?? {};
  return (
    event.id === id &&
    event.version === version &&
    isText(event.type) &&
    isCount(event.schema) &&
    event.data !== undefined &&
    [at, recordedAt].every((time) => isText(time) && instant.test(time)) &&
    isText(actor?.kind) &&
    isText(actor.id) &&
    isText(site) &&
    isText(correlation)
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
