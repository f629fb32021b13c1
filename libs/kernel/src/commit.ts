import { canonicalJson, inCanonicalOrder, textInOrder } from './canonical-json.js';
import type { Cryptography } from './cryptography.js';
import type { Position } from './position.js';
import { RecentMap } from './recent-map.js';

/** `ticket.0k3…`: a category and an id, each of `[a-z0-9-]`, joined by a dot. Also the tail of the NATS subject. */
export type StreamName = `${string}.${string}`;

/** Who did it. `id` is an account, token, contact or component id, never a name. */
export interface Actor {
  readonly kind: 'person' | 'token' | 'caller' | 'system' | 'imported';
  readonly id: string;
  readonly roles?: readonly string[];
  readonly departments?: readonly string[];
}

/** Where an imported event came from: the source's own name and the row or record in it. */
export interface Origin {
  readonly source: string;
  readonly reference: string;
}

/** Facts about the recording of an event. Times are RFC 3339 in UTC with milliseconds. */
export interface Meta {
  /** The time by which `?at=` folds: never decreases within a stream; the original time for imports. */
  readonly at: string;
  /** The time at which this installation wrote it down; `?known=` folds by it. */
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  readonly site: string;
  /** Id of the event or command that caused this one. */
  readonly causation?: string;
  /** Id shared by everything that follows from one contact. */
  readonly correlation: string;
  /** W3C trace context (`traceparent`). */
  readonly trace?: string;
  readonly origin?: Origin;
}

/** One event as it stands in the bytes: personal fields are sealed in `data`. */
export interface RecordedEvent<Type extends string = string, Data = unknown> {
  /** `{commandId}.{n}`, n from 1: the same on every retry of the command. */
  readonly id: string;
  /** Counts within the stream from 1. */
  readonly version: number;
  readonly type: Type;
  readonly schema: number;
  readonly data: Data;
  readonly meta: Meta;
}

/** The id of a command's n-th event, n from 1. */
export function eventId(command: string, place: number): string {
  return `${command}.${place}`;
}

/** What the canonical bytes hold. `format` 1 is ADR 0001. */
export interface Commit {
  readonly format: 1;
  readonly stream: StreamName;
  /** Version of the first event. */
  readonly first: number;
  /** Id of the command that wrote it; unique within the stream. */
  readonly command: string;
  /** Keyed digest of the command's body, to tell a retry from another command under the same id. */
  readonly digest: string;
  /** Hash of the stream's previous commit; null for its first. */
  readonly previous: string | null;
  readonly events: readonly RecordedEvent[];
}

/** A commit ready to be stored: its exact text (UTF-8 of it are the bytes) and the SHA-256 of those bytes. */
export interface SealedCommit {
  readonly stream: StreamName;
  readonly first: number;
  readonly last: number;
  readonly previous: string | null;
  /** SHA-256 of the bytes, base64url without padding (43 characters). */
  readonly hash: string;
  readonly text: string;
  /** What the text says, where the process that wrote it has it at hand. */
  readonly commit?: Commit;
  /** Its events as they were before they were sealed, likewise: for whoever still has the person's key. */
  readonly plain?: readonly RecordedEvent[];
}

/** A commit as the log gives it back. */
export interface StoredCommit extends SealedCommit {
  readonly position: Position;
  /** `eventTypesIn` it, where the store keeps that for several who ask. */
  readonly types?: readonly string[];
}

/** Bytes. Commits stay well under NATS's 1 MiB payload; a command that would write more is refused as `commit-too-large`. */
export const largestCommit = 512 * 1024;

export class CommitTooLarge extends Error {
  override readonly name = 'CommitTooLarge';
  readonly code = 'commit-too-large';
}

/** Produces the canonical bytes, once, and their hash. */
export function sealCommit(commit: Commit, cryptography: Pick<Cryptography, 'sha256'>): SealedCommit {
  const text = commitText(commit);
  if (bytesOf(text) > largestCommit) throw new CommitTooLarge(`more than ${largestCommit} bytes in ${commit.stream}`);
  return {
    stream: commit.stream,
    first: commit.first,
    last: commit.first + commit.events.length - 1,
    previous: commit.previous,
    hash: cryptography.sha256(text),
    text,
  };
}

/**
 * `canonicalJson(commit)`. The names of the envelope need no sorting, the events of a commit share one `meta`, and one
 * call of the engine writes the whole.
 */
export function commitText({ command, digest, events, first, format, previous, stream }: Commit): string {
  let before: Meta | undefined;
  let meta: unknown;
  const written: unknown[] = [];
  for (const event of events) {
    if (event.meta !== before) meta = metaInOrder((before = event.meta));
    const data = inCanonicalOrder(event.data);
    if (meta === undefined || data === undefined)
      return canonicalJson({ command, digest, events, first, format, previous, stream });
    written.push({ data, id: event.id, meta, schema: event.schema, type: event.type, version: event.version });
  }
  return textInOrder({ command, digest, events: written, first, format, previous, stream });
}

/** Actors whose members were put in order: most commands of a moment come from a few. */
const actorsInOrder = new WeakMap<Actor, unknown>();

/** Every member of `Meta`, in canonical order; those that are undefined are not written. */
function metaInOrder(meta: Meta): unknown {
  const { at, causation, correlation, recordedAt, site, trace } = meta;
  let actor = actorsInOrder.get(meta.actor);
  if (actor === undefined) {
    actor = inCanonicalOrder(meta.actor);
    if (actor === undefined) return undefined;
    actorsInOrder.set(meta.actor, actor);
  }
  const origin = meta.origin && inCanonicalOrder(meta.origin);
  if (meta.origin && origin === undefined) return undefined;
  return { actor, at, causation, correlation, onBehalfOf: meta.onBehalfOf, origin, recordedAt, site, trace };
}

/** UTF-8 bytes; counted only where the text is long enough to matter. */
function bytesOf(text: string): number {
  return text.length * 3 <= largestCommit ? text.length : new TextEncoder().encode(text).length;
}

/** Reads the bytes back. Only bytes whose hash was checked, or that this installation's own log gave, come here. */
export function openCommit(stored: Pick<SealedCommit, 'text' | 'commit'>): Commit {
  return stored.commit ?? (JSON.parse(stored.text) as Commit);
}

const typeMember = '"type":"';

/** Types of its events, without parsing what has not been parsed: by the text, which may name others that stand inside of them. */
export function eventTypesIn({ text, commit }: Pick<SealedCommit, 'text' | 'commit'>): readonly string[] {
  if (commit) return commit.events.map(({ type }) => type);
  const types: string[] = [];
  for (let at = text.indexOf(typeMember); at >= 0; at = text.indexOf(typeMember, at)) {
    at += typeMember.length;
    types.push(text.slice(at, text.indexOf('"', at)));
  }
  return types;
}

/** How the name of a stream is written. */
export const streamNameText = /^[a-z][a-z0-9-]{0,29}\.[a-z0-9-]{1,64}$/;

/** Names made lately, by category and id: they are looked at once, and one text stands for all uses of a name. */
const names = new Map<string, RecentMap<string, StreamName>>();

export function streamName(category: string, id: string): StreamName {
  const before = names.get(category)?.get(id);
  if (before !== undefined) return before;
  const name: StreamName = `${category}.${id}`;
  if (!isStreamName(name)) throw new TypeError(`not a stream name: ${name.slice(0, 100)}`);
  const ofCategory = names.get(category) ?? new RecentMap<string, StreamName>(10_000);
  names.set(category, ofCategory.set(id, name));
  return name;
}

export function isStreamName(name: unknown): boolean {
  return typeof name === 'string' && streamNameText.test(name);
}

export function categoryOf(name: StreamName): string {
  return name.slice(0, name.indexOf('.'));
}

export function isIn(name: StreamName, categories: readonly string[]): boolean {
  for (const category of categories) if (name.startsWith(category) && name[category.length] === '.') return true;
  return false;
}

export function idOf(name: StreamName): string {
  return name.slice(name.indexOf('.') + 1);
}
