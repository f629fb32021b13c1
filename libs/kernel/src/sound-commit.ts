import { CanonicalReader } from './canonical-reader.js';
import { commitIn, faultOf } from './commit-faults.js';
import { largestCommit, streamNameText, type StoredCommit } from './commit.js';
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

/** The same by parsing: for the few of which the reader is not sure. */
export function soundWhenParsed(stored: StoredCommit, cryptography: Pick<Cryptography, 'sha256'>): SoundCommit | undefined {
  const commit = commitIn(stored.text);
  if (commit === undefined || faultOf(stored, commit, cryptography)) return undefined;
  const times = commit.events.map(({ meta }) => meta.at);
  if (times.some((at, n) => n > 0 && at < (times[n - 1] as string))) return undefined;
  return { events: times.length, from: times[0] as string, to: times.at(-1) as string };
}

function readCommit(reader: CanonicalReader, stored: Facts): SoundCommit | undefined {
  const command = reader.match(beginning)?.[1];
  if (command === undefined) return undefined;
  let [events, from, to] = [0, '', ''];
  do {
    events += 1;
    const at = readEvent(reader, `${command}.${events}`, stored.first + events - 1);
    if (at === undefined || at < to) return undefined;
    if (events === 1) from = at;
    to = at;
  } while (reader.literal(','));
  return stored.last === stored.first + events - 1 && readRest(reader, stored) ? { events, from, to } : undefined;
}

/** @returns its `at` */
function readEvent(reader: CanonicalReader, id: string, version: number): string | undefined {
  if (!reader.literal('{"data":') || !reader.value() || !reader.literal(',"id":"') || !reader.literal(id)) return undefined;
  const [, at, inside] = reader.match(restOfEvent) ?? [];
  return Number(inside) === version ? at : undefined;
}

function readRest(reader: CanonicalReader, { stream, first, previous }: Facts): boolean {
  const rest = reader.match(restOfCommit);
  return rest !== null && Number(rest[1]) === first && (rest[2] ?? null) === previous && rest[3] === stream;
}

/**
 * The envelope in canonical order, members that may be left out included (`Commit`, `Meta`, `Actor`), of a text without escapes. Sticky: each is tried where the reader has
 * come to. The engine makes machine code of them, which is several times as fast as reading member by member.
 */
const [some, any, count] = ['"[^"]+"', '"[^"]*"', '[1-9]\\d{0,14}'];
const texts = `\\[(?:${any}(?:,${any})*)?\\]`;
const actor = `\\{(?:"departments":${texts},)?"id":${some},"kind":${some}(?:,"roles":${texts})?\\}`;
const origin = `\\{"reference":${any},"source":${any}\\}`;
const time = within(instant);
const meta = [
  `\\{"actor":${actor},"at":"(${time})"(?:,"causation":${any})?,"correlation":${some}(?:,"onBehalfOf":${any})?`,
  `(?:,"origin":${origin})?,"recordedAt":"${time}","site":${some}(?:,"trace":${any})?\\}`,
].join('');
const beginning = new RegExp(`\\{"command":"([^"]+)","digest":${some},"events":\\[`, 'y');
const restOfEvent = new RegExp(`","meta":${meta},"schema":${count},"type":${some},"version":(${count})\\}`, 'y');
const restOfCommit = new RegExp(
  `\\],"first":(${count}),"format":1,"previous":(?:null|"(${within(hashText)})"),"stream":"(${within(streamNameText)})"\\}$`,
  'y',
);

/** What a pattern of a whole text says of it as a part of another. */
function within({ source }: RegExp): string {
  return source.replace(/^\^|\$$/g, '');
}
