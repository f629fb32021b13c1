import { idOf } from './commit.js';
import type { Fold } from './decider.js';
import type { Projection } from './projection.js';
import type { CollectionDefinition } from './read-models.js';

/** What a stream folds to, as lists keep it. */
export type Listed<State> = State & { readonly id: string; readonly version: number };

/** A list of what streams of a category fold to: a document a stream, with its id and version. */
export function foldedList<State extends object>(
  category: string,
  fold: Fold<State | undefined>,
  collection: CollectionDefinition<Listed<State>>,
): Projection<Listed<State>> {
  return {
    collection,
    categories: [category],
    ...(fold.looksInside === undefined ? {} : { looksInside: fold.looksInside }),
    keys: ({ stream }) => [idOf(stream)],
    apply: (listed, recorded) => {
      const state = fold.evolve(listed, recorded);
      return state && { ...state, id: idOf(recorded.stream), version: recorded.version };
    },
  };
}
