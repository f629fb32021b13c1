import { eventId } from './commit.js';
import type { DecodedCommit } from './event-codec.js';
import type { Fold } from './decider.js';
import { KeptOutcomes, type KeptOutcome } from './kept-outcomes.js';
import type { Position } from './position.js';

/** The answer that a command got when it was accepted, and gets again for ever. */
export interface Outcome {
  /** Version of the stream after the command. */
  readonly version: number;
  readonly position: Position;
  readonly events: readonly { readonly id: string; readonly version: number; readonly type: string }[];
}

export function outcomeOf({ command, version, position, types }: KeptOutcome): Outcome {
  const first = version - types.length + 1;
  const events = types.map((type, place) => ({ id: eventId(command, place + 1), version: first + place, type }));
  return { version, position, events };
}

/** A stream folded to its end, with what the next commit has to continue. */
export interface FoldedStream<State> {
  readonly state: State;
  /** Version of the last event; 0 for a stream that is none. */
  readonly version: number;
  readonly hash: string | null;
  /** `meta.at` of the last event. */
  readonly at: string | undefined;
  /** `meta.site` of the last event: the installation that wrote it. */
  readonly site: string | undefined;
  /** Shared between the folds of one stream and only ever added to. */
  readonly outcomes: KeptOutcomes;
}

export function emptyStream<State>(fold: Fold<State>): FoldedStream<State> {
  return { state: fold.initial, version: 0, hash: null, at: undefined, site: undefined, outcomes: new KeptOutcomes() };
}

/** One commit further. @throws HistoryBroken where it does not continue the stream. */
export function advanced<State>(folded: FoldedStream<State>, next: DecodedCommit, fold: Fold<State>): FoldedStream<State> {
  if (next.first !== folded.version + 1 || next.previous !== folded.hash)
    throw new HistoryBroken(`${next.stream}: commit of version ${next.first} does not continue version ${folded.version}`);
  let state = folded.state;
  for (const event of next.events) state = fold.evolve(state, event);
  const { command, digest } = next.commit;
  folded.outcomes.add({
    command,
    digest,
    version: next.last,
    position: next.position,
    types: typesOf(next),
  });
  const { at, site } = next.events.at(-1)?.meta ?? {};
  return { state, version: next.last, hash: next.hash, at, site, outcomes: folded.outcomes };
}

const typeLists = new Map<string, readonly string[]>();

/** The same list for the same types: there are few of them, and many commits. */
function typesOf({ events }: DecodedCommit): readonly string[] {
  const name = events.length === 1 ? (events[0]?.type as string) : events.map(({ type }) => type).join(' ');
  const known = typeLists.get(name);
  if (known) return known;
  const types = events.map(({ type }) => type);
  if (typeLists.size < 1_000) typeLists.set(name, types);
  return types;
}

export function foldCommits<State>(commits: readonly DecodedCommit[], fold: Fold<State>): FoldedStream<State> {
  return commits.reduce((folded, commit) => advanced(folded, commit, fold), emptyStream(fold));
}

/** The log gave back something that cannot be its history. */
export class HistoryBroken extends Error {
  override readonly name = 'HistoryBroken';
  readonly code = 'history-broken';
}
