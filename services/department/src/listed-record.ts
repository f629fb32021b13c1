import { idOf, type CollectionDefinition, type Fold, type Projection } from '@ledgerline/kernel';

/** A stream as lists show it: its fold, with its id and version. */
export type Listed<State> = State & { readonly id: string; readonly version: number };

/** The list of all streams of a category, each as it folds. */
export function listOfRecords<State extends object>(
  category: string,
  fold: Fold<State | undefined>,
  collection: CollectionDefinition<Listed<State>>,
): Projection<Listed<State>> {
  return {
    collection,
    categories: [category],
    ...(fold.looksInside && { looksInside: fold.looksInside }),
    keys: ({ stream }) => [idOf(stream)],
    apply: (listed, recorded) => {
      const state = fold.evolve(listed, recorded);
      return state && { ...state, id: idOf(recorded.stream), version: recorded.version };
    },
  };
}
