import { CanonicalReader } from './canonical-reader.js';
import { isStreamName, largestCommit, type StoredCommit } from './commit.js';
import { hashText, instant } from './commit-texts.js';
import type { Cryptography } from './cryptography.js';

/** What the checks over a log need to know of a commit that is in order by itself. */
export interface SoundCommit {
  readonly events: number;
  /** `at` of its first and of its last event. */
  readonly from: string;
  readonly to: string;
}

type Facts = Pick<StoredCommit, 'stream' | 'first' | 'last' | 'previous'>;

/**
 * Surely a commit of format 1 in canonical bytes, with its own hash, its facts and times as ADR 0001 wants them: nearly all are. Undefined says nothing: then
 * `LogCheck` has to parse it, and names what is wrong, if anything is.
 */
export function soundCommit(
  stored: Omit<StoredCommit, 'position'>,
  { sha256 }: Pick<Cryptography, 'sha256'>,
): SoundCommit | undefined {
  const { text, hash } = stored;
  if (text.length > largestCommit || sha256(text) !== hash) return undefined;
  const reader = CanonicalReader.of(text);
  return reader && readCommit(reader, stored);
}

function readCommit(reader: CanonicalReader, stored: Facts): SoundCommit | undefined {
  if (!reader.literal('{"command":') || !reader.string()) return undefined;
  const command = reader.content;
  if (!reader.literal(',"digest":') || !reader.string() || !reader.literal(',"events":[')) return undefined;
  let [events, from, to] = [0, '', ''];
  do {
    events += 1;
    const at = readEvent(reader, `"${command}.${events}"`, stored.first + events - 1);
    if (at === undefined || at < to) return undefined;
    if (events === 1) from = at;
    to = at;
  } while (reader.literal(','));
  const isSound = reader.literal('],"first":') && stored.last === stored.first + events - 1 && readRest(reader, stored);
  return isSound ? { events, from, to } : undefined;
}

function readRest(reader: CanonicalReader, { stream, first, previous }: Facts): boolean {
  if (reader.count() !== first || !reader.literal(',"format":1,"previous":')) return false;
  const isPrevious = previous === null ? reader.literal('null') : reader.literal(`"${previous}"`) && hashText.test(previous);
  return isPrevious && reader.literal(`,"stream":"${stream}"}`) && reader.isAtEnd && isStreamName(stream);
}

/** @returns its `at` */
function readEvent(reader: CanonicalReader, id: string, version: number): string | undefined {
  if (!reader.literal('{"data":') || !reader.value()) return undefined;
  if (!reader.literal(',"id":') || !reader.literal(id) || !reader.literal(',"meta":{')) return undefined;
  const at = readMeta(reader);
  const isRead =
    at !== undefined &&
    reader.literal('},"schema":') &&
    reader.count() > 0 &&
    reader.literal(',"type":') &&
    reader.string() &&
    reader.literal(',"version":') &&
    reader.count() === version &&
    reader.literal('}');
  return isRead ? at : undefined;
}

/** The members of `Meta` in canonical order. @returns `at` */
function readMeta(reader: CanonicalReader): string | undefined {
  if (!reader.literal('"actor":{') || !readActor(reader) || !reader.literal('},"at":') || !reader.string()) return undefined;
  const at = reader.content;
  const isRead =
    instant.test(at) &&
    isLeftOutOr(reader, ',"causation":') &&
    reader.literal(',"correlation":') &&
    reader.string() &&
    isLeftOutOr(reader, ',"onBehalfOf":') &&
    isLeftOutOr(reader, ',"origin":') &&
    reader.literal(',"recordedAt":') &&
    reader.string() &&
    (reader.content === at || instant.test(reader.content)) &&
    reader.literal(',"site":') &&
    reader.string() &&
    isLeftOutOr(reader, ',"trace":');
  return isRead ? at : undefined;
}

function readActor(reader: CanonicalReader): boolean {
  if (reader.literal('"departments":') && !(reader.value() && reader.literal(','))) return false;
  const isNamed = reader.literal('"id":') && reader.string() && reader.literal(',"kind":') && reader.string();
  return isNamed && isLeftOutOr(reader, ',"roles":');
}

function isLeftOutOr(reader: CanonicalReader, member: string): boolean {
  return !reader.literal(member) || reader.value();
}
