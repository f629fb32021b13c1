import type { RecordedEvent } from './commit.js';
import type { Fold } from './decider.js';

/** How far back a look at the past goes; what is not given does not limit. Times are RFC 3339 in UTC with milliseconds. */
export interface Moment {
  /** Folds what had happened by then. */
  readonly at?: string;
  /** Folds up to this version. */
  readonly version?: number;
  /** Folds what had been written down by then. */
  readonly known?: string;
}

export function isBy({ version, meta }: Pick<RecordedEvent, 'version' | 'meta'>, moment: Moment): boolean {
  if (moment.version !== undefined && version > moment.version) return false;
  if (moment.at !== undefined && meta.at > moment.at) return false;
  return moment.known === undefined || meta.recordedAt <= moment.known;
}

/** Whether a version was asked for that had not come to be. @param reached the version that was folded up to */
export function isBeyond({ version }: Pick<Moment, 'version'>, reached: number): boolean {
  return version !== undefined && version > reached;
}

/** A stream's state at a moment, and the version of the last event in it (0: none had happened). */
export function foldAt<State>(
  events: readonly RecordedEvent[],
  fold: Fold<State>,
  moment: Moment,
): { readonly state: State; readonly version: number } {
  const past = events.filter((event) => isBy(event, moment));
  return { state: past.reduce(fold.evolve, fold.initial), version: past.at(-1)?.version ?? 0 };
}
