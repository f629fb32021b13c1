import { timingSafeEqual } from 'node:crypto';

/** Takes as long whatever is wrong with what was given. */
export function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
