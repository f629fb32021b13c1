import { canonicalJson } from './canonical-json.js';
import { isStreamName, largestCommit, type Commit, type RecordedEvent, type StoredCommit } from './commit.js';
import { hashText, instant } from './commit-texts.js';
import type { Cryptography } from './cryptography.js';
import type { Difference } from './misfit.js';

/** What is wrong with a commit by itself, whatever came before it. @param commit what its text says, `commitIn(stored.text)` */
export function faultOf(
  stored: StoredCommit,
  commit: Commit | undefined,
  cryptography: Pick<Cryptography, 'sha256'>,
): Difference | undefined {
  return bytesDiffer(stored, commit, cryptography) ?? factsDiffer(stored, commit as Commit);
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

/** The commit in the bytes; undefined where they hold none of format 1. */
export function commitIn(text: string): Commit | undefined {
  if (text.length > largestCommit) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isCommit(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

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
