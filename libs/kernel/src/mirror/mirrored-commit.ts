import { commitIn, faultOf } from '../commit-faults.js';
import { isIn, type Commit, type SealedCommit } from '../commit.js';
import type { Cryptography } from '../cryptography.js';
import type { EventCatalogue } from '../events.js';
import type { Position } from '../position.js';

/** Why commits of another installation are not taken in; the link stands still then, and says so. */
export type MirrorFault =
  /** Bytes, hash or facts do not fit (ADR 0001). */
  | 'not-a-commit'
  /** Streams of this category do not go this way. */
  | 'not-of-this-way'
  /** An event says that another installation wrote it. */
  | 'not-its-own'
  /** This program is older than what it reads. */
  | 'unknown-event-type'
  /** Commits before it are missing. */
  | 'gap'
  /** Something else stands here in its place: the stream was written in two installations. */
  | 'forked';

export interface MirrorRules {
  readonly categories: readonly string[];
  /** What `meta.site` of each event has to be; any where it is left out. */
  readonly site?: string;
  /** The newest schema that this program knows of each event type. */
  readonly schemas: ReadonlyMap<string, number>;
}

export function schemasOf({ definitions }: Pick<EventCatalogue, 'definitions'>): ReadonlyMap<string, number> {
  return new Map(definitions.map(({ type, schema }) => [type, schema]));
}

/** Taken apart and examined before anything of it is stored. */
export interface MirroredCommit {
  readonly sealed: SealedCommit;
  readonly commit: Commit;
}

/** A commit of another installation, or why it is none that may come from there. */
export function mirroredCommit(
  text: string,
  hash: string,
  rules: MirrorRules,
  cryptography: Pick<Cryptography, 'sha256'>,
): MirroredCommit | MirrorFault {
  const commit = commitIn(text);
  if (commit === undefined) return 'not-a-commit';
  const { stream, first, previous, events } = commit;
  const sealed: SealedCommit = { stream, first, last: first + events.length - 1, previous, hash, text };
  if (faultOf({ ...sealed, position: '' as Position }, commit, cryptography)) return 'not-a-commit';
  if (!events.every(({ data }) => typeof data === 'object' && data !== null)) return 'not-a-commit';
  if (!isIn(stream, rules.categories)) return 'not-of-this-way';
  if (rules.site !== undefined && events.some(({ meta }) => meta.site !== rules.site)) return 'not-its-own';
  if (events.some(({ type, schema }) => schema > (rules.schemas.get(type) ?? 0))) return 'unknown-event-type';
  return { sealed, commit };
}

/** Keys without which somebody who reads these commits could not go on. */
export function personsIn(commits: readonly Commit[]): readonly string[] {
  const persons = commits.flatMap(({ events }) =>
    events.flatMap(({ data }) => {
      const { person, sealed } = data as { readonly person?: unknown; readonly sealed?: unknown };
      return typeof person === 'string' && sealed !== undefined ? [person] : [];
    }),
  );
  return [...new Set(persons)];
}
