import type { DecodedCommit } from './event-codec.js';
import type { Fold } from './decider.js';
import type { Position } from './position.js';

/** The answer that a command got when it was accepted, and gets again for ever. */
export interface Outcome {
  readonly digest: string;
  /** Version of the stream after the command. */
  readonly version: number;
  readonly position: Position;
  readonly events: readonly { readonly id: string; readonly version: number; readonly type: string }[];
}

/** A stream folded to its end, with what the next commit has to continue. */
export interface FoldedStream<State> {
  readonly state: State;
  /** Version of the last event; 0 for a stream that is none. */
  readonly version: number;
  readonly hash: string | null;
  /** `meta.at` of the last event. */
  readonly at: string | undefined;
  /** By command id. Shared between the folds of one stream and only ever added to. */
  readonly outcomes: Map<string, Outcome>;
}

export function emptyStream<State>(fold: Fold<State>): FoldedStream<State> {
  return { state: fold.initial, version: 0, hash: null, at: undefined, outcomes: new Map() };
}

/** One commit further. @throws HistoryBroken where it does not continue the stream. */
export function advanced<State>(folded: FoldedStream<State>, next: DecodedCommit, fold: Fold<State>): FoldedStream<State> {
  if (next.first !== folded.version + 1 || next.previous !== folded.hash)
    throw new HistoryBroken(`${next.stream}: commit of version ${next.first} does not continue version ${folded.version}`);
  let state = folded.state;
  for (const event of next.events) state = fold.evolve(state, event);
  folded.outcomes.set(next.commit.command, {
    digest: next.commit.digest,
    version: next.last,
    position: next.position,
    events: next.events.map(({ id, version, type }) => ({ id, version, type })),
  });
  return { state, version: next.last, hash: next.hash, at: next.events.at(-1)?.meta.at, outcomes: folded.outcomes };
}

export function foldCommits<State>(commits: readonly DecodedCommit[], fold: Fold<State>): FoldedStream<State> {
  return commits.reduce((folded, commit) => advanced(folded, commit, fold), emptyStream(fold));
}

/** The log gave back something that cannot be its history. */
export class HistoryBroken extends Error {
  override readonly name = 'HistoryBroken';
  readonly code = 'history-broken';
}
