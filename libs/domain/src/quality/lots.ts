/** Lots are whole numbers from 0 up to, not with, this. */
export const lotEnd = 2 ** 53;

/**
 * The lot of a text: cyrb53 (bryc, public domain), two multiply-xorshift lanes that give 53 well mixed bits. It is no secret and need not be one:
 * what nobody can foresee is the seed of a draw.
 */
export function lotOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  const mixed = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  const other = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(mixed ^ (mixed >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & other) + (mixed >>> 0);
}

/** Something with a lot, on the ring on which the highest is followed by the lowest. */
export interface OnRing {
  readonly lot: number;
}

/** The first one from a lot on that is none of those that were drawn; undefined where there is none up to the end of the ring. */
export type NextOnRing<Item extends OnRing> = (from: number, drawn: ReadonlySet<Item['lot']>) => Promise<Item | undefined>;

/**
 * So many, drawn without looking at the others: each by a throw of its own, which the next one on the ring answers that was not drawn before.
 * What is drawn depends on the throws and on what is on the ring alone, so that whoever has the seed draws the same again.
 *
 * @param throwOf a lot for each throw, counted from 0
 */
export async function drawLots<Item extends OnRing>(
  wanted: number,
  throwOf: (n: number) => number,
  next: NextOnRing<Item>,
): Promise<readonly Item[]> {
  const drawn = new Map<number, Item>();
  const known = new Set<number>();
  for (let n = 0; n < wanted; n += 1) {
    const found = (await next(throwOf(n), known)) ?? (await next(0, known));
    if (found === undefined) break;
    drawn.set(found.lot, found);
    known.add(found.lot);
  }
  return [...drawn.values()];
}
