/**
 * Fen times a count over a divisor, half up, without a float on the way: `exactFen(800_000n, 7n, 22n)`. Money is never rounded but here, once a figure.
 *
 * @throws RangeError for a divisor that is not positive
 */
export function exactFen(fen: bigint, count: bigint, divisor: bigint): number {
  if (divisor <= 0n) throw new RangeError('nothing is divided by what is not positive');
  return Number((2n * fen * count + divisor) / (2n * divisor));
}
