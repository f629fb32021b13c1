/** What several people gave for the same things: a row a thing, in it what each gave; undefined where somebody gave nothing. */
export type Ratings = readonly (readonly (number | undefined)[])[];

/** The squared distance of two values: `nominal` asks whether they are the same, `interval` by how much they differ. */
const distances = {
  nominal: (one: number, other: number) => (one === other ? 0 : 1),
  interval: (one: number, other: number) => (one - other) ** 2,
} as const;
export type Metric = keyof typeof distances;

/**
 * Krippendorff's alpha (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011): 1 where all agree, 0 where they agree as by chance, below
 * that where they disagree on purpose. It takes any number of people and things, and values that are missing.
 *
 * @returns undefined where chance could not have disagreed: nothing was given by two, or one value only
 */
export function krippendorffAlpha(ratings: Ratings, metric: Metric): number | undefined {
  const distance = distances[metric];
  const units = ratings.map(given).filter((values) => values.length > 1);
  const all = units.flat();
  const observed = units.reduce((sum, values) => sum + sumOfPairs(values, distance) / (values.length - 1), 0) / all.length;
  const expected = sumOfPairs(all, distance) / (all.length * (all.length - 1));
  return expected > 0 ? 1 - observed / expected : undefined;
}

/** Of all pairs of people the share that gave the same for the same thing; undefined where there is no pair. */
export function percentAgreement(ratings: Ratings): number | undefined {
  let [pairs, different] = [0, 0];
  for (const values of ratings.map(given)) {
    pairs += values.length * (values.length - 1);
    different += sumOfPairs(values, distances.nominal);
  }
  return pairs === 0 ? undefined : 1 - different / pairs;
}

/** Over ordered pairs of different places. */
function sumOfPairs(values: readonly number[], distance: (one: number, other: number) => number): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const found = [...counts];
  return found.reduce((sum, [one, n]) => sum + found.reduce((rest, [other, m]) => rest + n * m * distance(one, other), 0), 0);
}

function given(row: Ratings[number]): readonly number[] {
  return row.filter((value) => value !== undefined);
}
